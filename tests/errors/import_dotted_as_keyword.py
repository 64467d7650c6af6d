# import ... as needs a name.
#! line 3: SyntaxError: invalid syntax
import a.b as c.d
