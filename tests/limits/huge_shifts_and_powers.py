# Results that no memory can hold are refused at once.
for call in (lambda: 1 << 10**30, lambda: [0] * 10**30, lambda: 'a' * 10**30, lambda: 'ab' * (2**62)):
    try:
        call()
    except (OverflowError, MemoryError) as error:
        print('refused')
        #> refused
        #> refused
        #> refused
        #> refused
print(0 << 10**30, 1 >> 10**30, [] * 2**62, '' * 2**62)  #> 0 0 []
