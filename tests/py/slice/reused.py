# A slice object stored and applied to several sequences.
head = slice(0, 2)
back = slice(None, None, -1)
for sequence in ([1, 2, 3], (1, 2, 3), "abc", b"abc", range(3)):
    print(sequence[head], sequence[back])
    #> [1, 2] [3, 2, 1]
    #> (1, 2) (3, 2, 1)
    #> ab cba
    #> b'ab' b'cba'
    #> range(0, 2) range(2, -1, -1)
