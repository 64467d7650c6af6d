# Who binds tighter than whom.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2, 1 + 2 << 1, 1 << 2 + 1)
#> 14 20 512 -4 4 0.5 3 5.0 6 6 8
print(5 & 3 | 4, 5 | 3 & 4, 6 ^ 3 & 1, 1 | 2 == 3, not 1 == 2, not True or True, 1 or 0 and 0, 1 < 2 == True, ~1 + 1, -1 % 3, - - 3, 2 * -3)
#> 5 5 7 True True True 1 False -1 2 3 -6
print(1 if 0 else 2 + 3, (lambda: 1 if 0 else 2)(), (lambda x: x or 5)(0), 3 in [3] == True, not 3 in [3], 5 - -5, 1 .real, 2 if 1 else 3 if 1 else 4)
#> 5 2 5 False False 10 1 2
print("a" "b" * 2, "%d" % 3 * 2, 8 >> 1 << 1, 4 % 3 ** 2, True + True * 3, +-+1, await_ if (await_ := 3) else 0)
#> abab 33 8 4 4 -1 3
