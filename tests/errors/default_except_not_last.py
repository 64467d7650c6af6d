# A bare except must come last.
#! line 5: SyntaxError: default 'except:' must be last
try:
    x = 1
except:
    pass
except ValueError:
    pass
