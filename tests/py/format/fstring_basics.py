# f-strings: expressions, conversions, specs, nesting, doubled braces.
name, n, x = "Ann", 7, 2.5
print(f"{name} {n} {x}", f"{n + 1} {n * 2} {'lit'}", f"{{}} {{{n}}}", f"{name!r} {name!s} {'é'!a}", f"{x:.2f} {n:05d} {name:>6}")
#> Ann 7 2.5 8 14 lit {} {7} 'Ann' Ann '\xe9' 2.50 00007    Ann
print(f"{n:{n}d}|{x:{'>'}{n + 3}.{n - 6}f}", f"{name.upper()[0]}", f"{[i for i in range(3)]}", f"{ {'k': 1}['k'] }", f"{n if n > 5 else 0}")
#>       7|       2.5 A [0, 1, 2] 1 7
print(f"{(lambda v: v * 2)(4)}", f"{n:>{5}}", f'{"a" "b"}', f"{n}" f"{x}" "plain", f"" == "", f"{n!r:>5}|", f"{1,2}")
#> 8     7 ab 72.5plain True     7| (1, 2)
