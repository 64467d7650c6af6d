# `and` and `or` return an operand and stop early; `not` returns a bool.
def say(x):
    print("say", x)
    return x
print(say(0) and say(1))
#> say 0
#> 0
print(say(2) or say(3))
#> say 2
#> 2
print(say("") or say([]) or say("end"))
#> say
#> say []
#> say end
#> end
print(1 and 2 and 3, 0 or "" or None, not 0, not "x", not not [])  #> 3 None True False False
print((1 or 1 / 0), (0 and 1 / 0))  #> 1 0
