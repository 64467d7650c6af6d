# A star outside a display.
#! line 3: SyntaxError: can't use starred expression here
x = *a
