# str.format: automatic, numbered, named, attribute and item fields.
class Point:
    x, y = 3, 4
print("{} {}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{n}-{n}".format(n=5), "{0.x}/{0.y}".format(Point))
#> 1 a b a b 5-5 3/4
print("{0[1]} {1[key]}".format([10, 20], {"key": "v"}), "{{}} {{{}}}".format(1), "{!r} {!s} {!a}".format("é", "é", "é"))
#> 20 v {} {1} 'é' é '\xe9'
print("{:{}}|{:>{w}}".format(5, 4, 6, w=5), "{0[0].x}".format([Point]), "{}".format(()))
#>    5|    6 3 ()
