# A future that does not exist.
#! line 3: SyntaxError: future feature nothing is not defined
from __future__ import nothing
