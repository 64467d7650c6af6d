# Branches, nested branches and conditional expressions.
def sign(n):
    if n < 0: return "negative"
    elif n == 0: return "zero"
    elif n < 10:
        if n % 2: return "small odd"
        else: return "small even"
    else: return "big"
print([sign(n) for n in (-5, 0, 3, 4, 50)])
#> ['negative', 'zero', 'small odd', 'small even', 'big']
print("a" if 0 else "b" if 1 else "c", (1 if [] else 2) + 1, [i if i % 2 else -i for i in range(4)], "x" if "y" in "xyz" and not None else "z")
#> b 3 [0, 1, -2, 3] x
if not (1 and 0) and (0 or 2): print("yes")  #> yes
if "": print("no")
elif None: print("no")
