# Long chains of operators and calls.
print(1 + 2 - 3 + 4 - 5 + 6 - 7 + 8 - 9 + 10 - 11 + 12 - 13 + 14 - 15 + 16 - 17 + 18 - 19 + 20)
#> 12
print(((((((((((((((((1)))))))))))))))), [[[[[[[[[[1]]]]]]]]]], -(-(-(-(-1)))), not not not not 0)
#> 1 [[[[[[[[[[1]]]]]]]]]] -1 False
print("a".upper().lower().strip().replace("a", "b").center(5, "*").strip("*").upper(), ((lambda: (lambda: (lambda: 5)))()())())
#> B 5
a = {"b": [{"c": ({"d": "e"},)}]}
print(a["b"][0]["c"][0]["d"], a["b"][0]["c"][0]["d"][0].upper())  #> e E
