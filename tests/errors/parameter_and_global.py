# A parameter cannot be global.
#! line 4: SyntaxError: name 'a' is parameter and global
def f(a):
    global a
