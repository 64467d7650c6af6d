# A trailing comma needs parentheses.
#! line 3: SyntaxError: trailing comma not allowed without surrounding parentheses
from x import a,
