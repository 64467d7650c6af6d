# import without a name.
#! line 3: SyntaxError: invalid syntax
import
