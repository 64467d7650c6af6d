# try without its colon.
#! line 3: SyntaxError: expected ':'
try
    pass
except:
    pass
