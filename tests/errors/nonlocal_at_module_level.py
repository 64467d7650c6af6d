# nonlocal at module level.
#! line 3: SyntaxError: nonlocal declaration not allowed at module level
nonlocal x
