# What the % operator refuses.
for text in ("'%d' % 'x'", "'%s %s' % ('a',)", "'%s' % ('a', 'b')", "'%q' % 1", "'%' % ()", "'%c' % 'ab'", "'%(a)s' % (1,)",
             "'%(a)s' % {}", "'x' % 1", "'%x' % 1.5", "'%f' % 'a'", "'%c' % -1", "'%(a' % {}", "'x' % {}"):
    try:
        print(eval(text))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(text, type(error).__name__, error)
        #> '%d' % 'x' TypeError %d format: a real number is required, not str
        #> '%s %s' % ('a',) TypeError not enough arguments for format string
        #> '%s' % ('a', 'b') TypeError not all arguments converted during string formatting
        #> '%q' % 1 ValueError unsupported format character 'q' (0x71) at index 1
        #> '%' % () ValueError incomplete format
        #> '%c' % 'ab' TypeError %c requires int or char
        #> '%(a)s' % (1,) TypeError format requires a mapping
        #> '%(a)s' % {} KeyError 'a'
        #> 'x' % 1 TypeError not all arguments converted during string formatting
        #> '%x' % 1.5 TypeError %x format: an integer is required, not float
        #> '%f' % 'a' TypeError must be real number, not str
        #> '%c' % -1 OverflowError %c arg not in range(0x110000)
        #> '%(a' % {} ValueError incomplete format key
        #> x
