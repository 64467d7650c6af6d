# Widths and precisions that no memory can hold are refused.
for call in (lambda: '%*d' % (2**65, 1), lambda: format(1, '9' * 30), lambda: '%.99999999999f' % 1.0, lambda: format('a', '99999999999999999999')):
    try:
        call()
    except (ValueError, OverflowError, MemoryError):
        print('refused')
        #> refused
        #> refused
        #> refused
        #> refused
print(len('%1000d' % 5), len(format(1.5, '.200f')), len('{:>500}'.format('x')))  #> 1000 202 500
