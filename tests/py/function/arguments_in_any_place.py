# Every way of calling meets every way of taking arguments, twice: what the first call finds out, the second one uses.
def none():
    return ()


def two(a, b):
    return a, b


def last(a, b=[2], c=[3]):
    return a, b, c


def only(a, *, k, m=[5]):
    return a, k, m


def before(a, b=[2], /, c=[3]):
    return a, b, c


def star(*args):
    return args


def mapping(**others):
    return sorted(others.items())


def one_star(a, *args, k=[4]):
    return a, args, k


def all_of_them(a, b=[2], *args, k=[4], **others):
    return a, b, args, k, sorted(others.items())


def inner_cell(a, b=[2], *args, k=[4]):
    return [(lambda: (a, b, args, k))() for _ in range(1)]


class Stored:
    def __init__(self, a, b=[2]):
        self.a = a
        self.b = b

    def __repr__(self):
        return f"S({self.a}, {self.b})"


class Counted:
    def __init__(self, *args, k=[4], **others):
        self.got = args, k, sorted(others.items())

    def __repr__(self):
        return f"C{self.got}"

    def method(self, a, b=[2], *args, k=[4]):
        return a, b, args, k

    def rest(*args, **others):
        return len(args), sorted(others.items())

    def __call__(self, a, b=[7]):
        return a, b


counted = Counted()
functions = [
    none, two, last, only, before, star, mapping, one_star, all_of_them, inner_cell, Stored, Counted,
    counted.method, counted.rest, counted, lambda x=[1], *y: (x, y),
]
x, y, z = [10], [20], [30]
many = list(range(14))
calls = [
    lambda f: f(),
    lambda f: f(x),
    lambda f: f(x, y),
    lambda f: f(x, y, z),
    lambda f: f(x, y, z, x),
    lambda f: f(a=x),
    lambda f: f(x, b=y),
    lambda f: f(b=x, a=y),
    lambda f: f(x, c=z),
    lambda f: f(x, k=y),
    lambda f: f(x, m=y, k=z),
    lambda f: f(x, a=y),
    lambda f: f(x, y, b=z),
    lambda f: f(*(x, y)),
    lambda f: f(x, *(y, z)),
    lambda f: f(x, *[y], z),
    lambda f: f(*(), **{}),
    lambda f: f(*many),
    lambda f: f(**{"a": x, "b": y}),
    lambda f: f(x, **{"k": y}),
    lambda f: f(x, k=z, **{"b": y}),
    lambda f: f(x, k=z, **{"k": y}),
    lambda f: f(*(x,), **{"other" + str(len(x)): y, "k": z}),
    lambda f: f(x, y, z, other=x, k=y),
    lambda f: f(*map(str, x)),
]


def outcome(function, call):
    try:
        return repr(call(function))
    except TypeError as error:
        return str(error)


for function in functions:
    for number, call in enumerate(calls):
        once, again = outcome(function, call), outcome(function, call)
        print(number, once, "" if once == again else again)
        #> 0 ()
        #> 1 none() takes 0 positional arguments but 1 was given
        #> 2 none() takes 0 positional arguments but 2 were given
        #> 3 none() takes 0 positional arguments but 3 were given
        #> 4 none() takes 0 positional arguments but 4 were given
        #> 5 none() got an unexpected keyword argument 'a'
        #> 6 none() got an unexpected keyword argument 'b'
        #> 7 none() got an unexpected keyword argument 'b'
        #> 8 none() got an unexpected keyword argument 'c'
        #> 9 none() got an unexpected keyword argument 'k'
        #> 10 none() got an unexpected keyword argument 'm'
        #> 11 none() got an unexpected keyword argument 'a'
        #> 12 none() got an unexpected keyword argument 'b'
        #> 13 none() takes 0 positional arguments but 2 were given
        #> 14 none() takes 0 positional arguments but 3 were given
        #> 15 none() takes 0 positional arguments but 3 were given
        #> 16 ()
        #> 17 none() takes 0 positional arguments but 14 were given
        #> 18 none() got an unexpected keyword argument 'a'
        #> 19 none() got an unexpected keyword argument 'k'
        #> 20 none() got an unexpected keyword argument 'k'
        #> 21 __main__.none() got multiple values for keyword argument 'k'
        #> 22 none() got an unexpected keyword argument 'other1'
        #> 23 none() got an unexpected keyword argument 'other'
        #> 24 none() takes 0 positional arguments but 1 was given
        #> 0 two() missing 2 required positional arguments: 'a' and 'b'
        #> 1 two() missing 1 required positional argument: 'b'
        #> 2 ([10], [20])
        #> 3 two() takes 2 positional arguments but 3 were given
        #> 4 two() takes 2 positional arguments but 4 were given
        #> 5 two() missing 1 required positional argument: 'b'
        #> 6 ([10], [20])
        #> 7 ([20], [10])
        #> 8 two() got an unexpected keyword argument 'c'
        #> 9 two() got an unexpected keyword argument 'k'
        #> 10 two() got an unexpected keyword argument 'm'
        #> 11 two() got multiple values for argument 'a'
        #> 12 two() got multiple values for argument 'b'
        #> 13 ([10], [20])
        #> 14 two() takes 2 positional arguments but 3 were given
        #> 15 two() takes 2 positional arguments but 3 were given
        #> 16 two() missing 2 required positional arguments: 'a' and 'b'
        #> 17 two() takes 2 positional arguments but 14 were given
        #> 18 ([10], [20])
        #> 19 two() got an unexpected keyword argument 'k'
        #> 20 two() got an unexpected keyword argument 'k'
        #> 21 __main__.two() got multiple values for keyword argument 'k'
        #> 22 two() got an unexpected keyword argument 'other1'
        #> 23 two() got an unexpected keyword argument 'other'
        #> 24 two() missing 1 required positional argument: 'b'
        #> 0 last() missing 1 required positional argument: 'a'
        #> 1 ([10], [2], [3])
        #> 2 ([10], [20], [3])
        #> 3 ([10], [20], [30])
        #> 4 last() takes from 1 to 3 positional arguments but 4 were given
        #> 5 ([10], [2], [3])
        #> 6 ([10], [20], [3])
        #> 7 ([20], [10], [3])
        #> 8 ([10], [2], [30])
        #> 9 last() got an unexpected keyword argument 'k'
        #> 10 last() got an unexpected keyword argument 'm'
        #> 11 last() got multiple values for argument 'a'
        #> 12 last() got multiple values for argument 'b'
        #> 13 ([10], [20], [3])
        #> 14 ([10], [20], [30])
        #> 15 ([10], [20], [30])
        #> 16 last() missing 1 required positional argument: 'a'
        #> 17 last() takes from 1 to 3 positional arguments but 14 were given
        #> 18 ([10], [20], [3])
        #> 19 last() got an unexpected keyword argument 'k'
        #> 20 last() got an unexpected keyword argument 'k'
        #> 21 __main__.last() got multiple values for keyword argument 'k'
        #> 22 last() got an unexpected keyword argument 'other1'
        #> 23 last() got an unexpected keyword argument 'other'
        #> 24 ('10', [2], [3])
        #> 0 only() missing 1 required positional argument: 'a'
        #> 1 only() missing 1 required keyword-only argument: 'k'
        #> 2 only() takes 1 positional argument but 2 were given
        #> 3 only() takes 1 positional argument but 3 were given
        #> 4 only() takes 1 positional argument but 4 were given
        #> 5 only() missing 1 required keyword-only argument: 'k'
        #> 6 only() got an unexpected keyword argument 'b'
        #> 7 only() got an unexpected keyword argument 'b'
        #> 8 only() got an unexpected keyword argument 'c'
        #> 9 ([10], [20], [5])
        #> 10 ([10], [30], [20])
        #> 11 only() got multiple values for argument 'a'
        #> 12 only() got an unexpected keyword argument 'b'
        #> 13 only() takes 1 positional argument but 2 were given
        #> 14 only() takes 1 positional argument but 3 were given
        #> 15 only() takes 1 positional argument but 3 were given
        #> 16 only() missing 1 required positional argument: 'a'
        #> 17 only() takes 1 positional argument but 14 were given
        #> 18 only() got an unexpected keyword argument 'b'
        #> 19 ([10], [20], [5])
        #> 20 only() got an unexpected keyword argument 'b'
        #> 21 __main__.only() got multiple values for keyword argument 'k'
        #> 22 only() got an unexpected keyword argument 'other1'
        #> 23 only() got an unexpected keyword argument 'other'
        #> 24 only() missing 1 required keyword-only argument: 'k'
        #> 0 before() missing 1 required positional argument: 'a'
        #> 1 ([10], [2], [3])
        #> 2 ([10], [20], [3])
        #> 3 ([10], [20], [30])
        #> 4 before() takes from 1 to 3 positional arguments but 4 were given
        #> 5 before() got some positional-only arguments passed as keyword arguments: 'a'
        #> 6 before() got some positional-only arguments passed as keyword arguments: 'b'
        #> 7 before() got some positional-only arguments passed as keyword arguments: 'a, b'
        #> 8 ([10], [2], [30])
        #> 9 before() got an unexpected keyword argument 'k'
        #> 10 before() got an unexpected keyword argument 'm'
        #> 11 before() got some positional-only arguments passed as keyword arguments: 'a'
        #> 12 before() got some positional-only arguments passed as keyword arguments: 'b'
        #> 13 ([10], [20], [3])
        #> 14 ([10], [20], [30])
        #> 15 ([10], [20], [30])
        #> 16 before() missing 1 required positional argument: 'a'
        #> 17 before() takes from 1 to 3 positional arguments but 14 were given
        #> 18 before() got some positional-only arguments passed as keyword arguments: 'a, b'
        #> 19 before() got an unexpected keyword argument 'k'
        #> 20 before() got some positional-only arguments passed as keyword arguments: 'b'
        #> 21 __main__.before() got multiple values for keyword argument 'k'
        #> 22 before() got an unexpected keyword argument 'other1'
        #> 23 before() got an unexpected keyword argument 'other'
        #> 24 ('10', [2], [3])
        #> 0 ()
        #> 1 ([10],)
        #> 2 ([10], [20])
        #> 3 ([10], [20], [30])
        #> 4 ([10], [20], [30], [10])
        #> 5 star() got an unexpected keyword argument 'a'
        #> 6 star() got an unexpected keyword argument 'b'
        #> 7 star() got an unexpected keyword argument 'b'
        #> 8 star() got an unexpected keyword argument 'c'
        #> 9 star() got an unexpected keyword argument 'k'
        #> 10 star() got an unexpected keyword argument 'm'
        #> 11 star() got an unexpected keyword argument 'a'
        #> 12 star() got an unexpected keyword argument 'b'
        #> 13 ([10], [20])
        #> 14 ([10], [20], [30])
        #> 15 ([10], [20], [30])
        #> 16 ()
        #> 17 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)
        #> 18 star() got an unexpected keyword argument 'a'
        #> 19 star() got an unexpected keyword argument 'k'
        #> 20 star() got an unexpected keyword argument 'k'
        #> 21 __main__.star() got multiple values for keyword argument 'k'
        #> 22 star() got an unexpected keyword argument 'other1'
        #> 23 star() got an unexpected keyword argument 'other'
        #> 24 ('10',)
        #> 0 []
        #> 1 mapping() takes 0 positional arguments but 1 was given
        #> 2 mapping() takes 0 positional arguments but 2 were given
        #> 3 mapping() takes 0 positional arguments but 3 were given
        #> 4 mapping() takes 0 positional arguments but 4 were given
        #> 5 [('a', [10])]
        #> 6 mapping() takes 0 positional arguments but 1 was given
        #> 7 [('a', [20]), ('b', [10])]
        #> 8 mapping() takes 0 positional arguments but 1 was given
        #> 9 mapping() takes 0 positional arguments but 1 was given
        #> 10 mapping() takes 0 positional arguments but 1 was given
        #> 11 mapping() takes 0 positional arguments but 1 was given
        #> 12 mapping() takes 0 positional arguments but 2 were given
        #> 13 mapping() takes 0 positional arguments but 2 were given
        #> 14 mapping() takes 0 positional arguments but 3 were given
        #> 15 mapping() takes 0 positional arguments but 3 were given
        #> 16 []
        #> 17 mapping() takes 0 positional arguments but 14 were given
        #> 18 [('a', [10]), ('b', [20])]
        #> 19 mapping() takes 0 positional arguments but 1 was given
        #> 20 mapping() takes 0 positional arguments but 1 was given
        #> 21 __main__.mapping() got multiple values for keyword argument 'k'
        #> 22 mapping() takes 0 positional arguments but 1 was given
        #> 23 mapping() takes 0 positional arguments but 3 were given
        #> 24 mapping() takes 0 positional arguments but 1 was given
        #> 0 one_star() missing 1 required positional argument: 'a'
        #> 1 ([10], (), [4])
        #> 2 ([10], ([20],), [4])
        #> 3 ([10], ([20], [30]), [4])
        #> 4 ([10], ([20], [30], [10]), [4])
        #> 5 ([10], (), [4])
        #> 6 one_star() got an unexpected keyword argument 'b'
        #> 7 one_star() got an unexpected keyword argument 'b'
        #> 8 one_star() got an unexpected keyword argument 'c'
        #> 9 ([10], (), [20])
        #> 10 one_star() got an unexpected keyword argument 'm'
        #> 11 one_star() got multiple values for argument 'a'
        #> 12 one_star() got an unexpected keyword argument 'b'
        #> 13 ([10], ([20],), [4])
        #> 14 ([10], ([20], [30]), [4])
        #> 15 ([10], ([20], [30]), [4])
        #> 16 one_star() missing 1 required positional argument: 'a'
        #> 17 (0, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), [4])
        #> 18 one_star() got an unexpected keyword argument 'b'
        #> 19 ([10], (), [20])
        #> 20 one_star() got an unexpected keyword argument 'b'
        #> 21 __main__.one_star() got multiple values for keyword argument 'k'
        #> 22 one_star() got an unexpected keyword argument 'other1'
        #> 23 one_star() got an unexpected keyword argument 'other'
        #> 24 ('10', (), [4])
        #> 0 all_of_them() missing 1 required positional argument: 'a'
        #> 1 ([10], [2], (), [4], [])
        #> 2 ([10], [20], (), [4], [])
        #> 3 ([10], [20], ([30],), [4], [])
        #> 4 ([10], [20], ([30], [10]), [4], [])
        #> 5 ([10], [2], (), [4], [])
        #> 6 ([10], [20], (), [4], [])
        #> 7 ([20], [10], (), [4], [])
        #> 8 ([10], [2], (), [4], [('c', [30])])
        #> 9 ([10], [2], (), [20], [])
        #> 10 ([10], [2], (), [30], [('m', [20])])
        #> 11 all_of_them() got multiple values for argument 'a'
        #> 12 all_of_them() got multiple values for argument 'b'
        #> 13 ([10], [20], (), [4], [])
        #> 14 ([10], [20], ([30],), [4], [])
        #> 15 ([10], [20], ([30],), [4], [])
        #> 16 all_of_them() missing 1 required positional argument: 'a'
        #> 17 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), [4], [])
        #> 18 ([10], [20], (), [4], [])
        #> 19 ([10], [2], (), [20], [])
        #> 20 ([10], [20], (), [30], [])
        #> 21 __main__.all_of_them() got multiple values for keyword argument 'k'
        #> 22 ([10], [2], (), [30], [('other1', [20])])
        #> 23 ([10], [20], ([30],), [20], [('other', [10])])
        #> 24 ('10', [2], (), [4], [])
        #> 0 inner_cell() missing 1 required positional argument: 'a'
        #> 1 [([10], [2], (), [4])]
        #> 2 [([10], [20], (), [4])]
        #> 3 [([10], [20], ([30],), [4])]
        #> 4 [([10], [20], ([30], [10]), [4])]
        #> 5 [([10], [2], (), [4])]
        #> 6 [([10], [20], (), [4])]
        #> 7 [([20], [10], (), [4])]
        #> 8 inner_cell() got an unexpected keyword argument 'c'
        #> 9 [([10], [2], (), [20])]
        #> 10 inner_cell() got an unexpected keyword argument 'm'
        #> 11 inner_cell() got multiple values for argument 'a'
        #> 12 inner_cell() got multiple values for argument 'b'
        #> 13 [([10], [20], (), [4])]
        #> 14 [([10], [20], ([30],), [4])]
        #> 15 [([10], [20], ([30],), [4])]
        #> 16 inner_cell() missing 1 required positional argument: 'a'
        #> 17 [(0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), [4])]
        #> 18 [([10], [20], (), [4])]
        #> 19 [([10], [2], (), [20])]
        #> 20 [([10], [20], (), [30])]
        #> 21 __main__.inner_cell() got multiple values for keyword argument 'k'
        #> 22 inner_cell() got an unexpected keyword argument 'other1'
        #> 23 inner_cell() got an unexpected keyword argument 'other'
        #> 24 [('10', [2], (), [4])]
        #> 0 Stored.__init__() missing 1 required positional argument: 'a'
        #> 1 S([10], [2])
        #> 2 S([10], [20])
        #> 3 Stored.__init__() takes from 2 to 3 positional arguments but 4 were given
        #> 4 Stored.__init__() takes from 2 to 3 positional arguments but 5 were given
        #> 5 S([10], [2])
        #> 6 S([10], [20])
        #> 7 S([20], [10])
        #> 8 Stored.__init__() got an unexpected keyword argument 'c'
        #> 9 Stored.__init__() got an unexpected keyword argument 'k'
        #> 10 Stored.__init__() got an unexpected keyword argument 'm'
        #> 11 Stored.__init__() got multiple values for argument 'a'
        #> 12 Stored.__init__() got multiple values for argument 'b'
        #> 13 S([10], [20])
        #> 14 Stored.__init__() takes from 2 to 3 positional arguments but 4 were given
        #> 15 Stored.__init__() takes from 2 to 3 positional arguments but 4 were given
        #> 16 Stored.__init__() missing 1 required positional argument: 'a'
        #> 17 Stored.__init__() takes from 2 to 3 positional arguments but 15 were given
        #> 18 S([10], [20])
        #> 19 Stored.__init__() got an unexpected keyword argument 'k'
        #> 20 Stored.__init__() got an unexpected keyword argument 'k'
        #> 21 __main__.Stored() got multiple values for keyword argument 'k'
        #> 22 Stored.__init__() got an unexpected keyword argument 'other1'
        #> 23 Stored.__init__() got an unexpected keyword argument 'other'
        #> 24 S(10, [2])
        #> 0 C((), [4], [])
        #> 1 C(([10],), [4], [])
        #> 2 C(([10], [20]), [4], [])
        #> 3 C(([10], [20], [30]), [4], [])
        #> 4 C(([10], [20], [30], [10]), [4], [])
        #> 5 C((), [4], [('a', [10])])
        #> 6 C(([10],), [4], [('b', [20])])
        #> 7 C((), [4], [('a', [20]), ('b', [10])])
        #> 8 C(([10],), [4], [('c', [30])])
        #> 9 C(([10],), [20], [])
        #> 10 C(([10],), [30], [('m', [20])])
        #> 11 C(([10],), [4], [('a', [20])])
        #> 12 C(([10], [20]), [4], [('b', [30])])
        #> 13 C(([10], [20]), [4], [])
        #> 14 C(([10], [20], [30]), [4], [])
        #> 15 C(([10], [20], [30]), [4], [])
        #> 16 C((), [4], [])
        #> 17 C((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), [4], [])
        #> 18 C((), [4], [('a', [10]), ('b', [20])])
        #> 19 C(([10],), [20], [])
        #> 20 C(([10],), [30], [('b', [20])])
        #> 21 __main__.Counted() got multiple values for keyword argument 'k'
        #> 22 C(([10],), [30], [('other1', [20])])
        #> 23 C(([10], [20], [30]), [20], [('other', [10])])
        #> 24 C(('10',), [4], [])
        #> 0 Counted.method() missing 1 required positional argument: 'a'
        #> 1 ([10], [2], (), [4])
        #> 2 ([10], [20], (), [4])
        #> 3 ([10], [20], ([30],), [4])
        #> 4 ([10], [20], ([30], [10]), [4])
        #> 5 ([10], [2], (), [4])
        #> 6 ([10], [20], (), [4])
        #> 7 ([20], [10], (), [4])
        #> 8 Counted.method() got an unexpected keyword argument 'c'
        #> 9 ([10], [2], (), [20])
        #> 10 Counted.method() got an unexpected keyword argument 'm'
        #> 11 Counted.method() got multiple values for argument 'a'
        #> 12 Counted.method() got multiple values for argument 'b'
        #> 13 ([10], [20], (), [4])
        #> 14 ([10], [20], ([30],), [4])
        #> 15 ([10], [20], ([30],), [4])
        #> 16 Counted.method() missing 1 required positional argument: 'a'
        #> 17 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), [4])
        #> 18 ([10], [20], (), [4])
        #> 19 ([10], [2], (), [20])
        #> 20 ([10], [20], (), [30])
        #> 21 __main__.Counted.method() got multiple values for keyword argument 'k'
        #> 22 Counted.method() got an unexpected keyword argument 'other1'
        #> 23 Counted.method() got an unexpected keyword argument 'other'
        #> 24 ('10', [2], (), [4])
        #> 0 (1, [])
        #> 1 (2, [])
        #> 2 (3, [])
        #> 3 (4, [])
        #> 4 (5, [])
        #> 5 (1, [('a', [10])])
        #> 6 (2, [('b', [20])])
        #> 7 (1, [('a', [20]), ('b', [10])])
        #> 8 (2, [('c', [30])])
        #> 9 (2, [('k', [20])])
        #> 10 (2, [('k', [30]), ('m', [20])])
        #> 11 (2, [('a', [20])])
        #> 12 (3, [('b', [30])])
        #> 13 (3, [])
        #> 14 (4, [])
        #> 15 (4, [])
        #> 16 (1, [])
        #> 17 (15, [])
        #> 18 (1, [('a', [10]), ('b', [20])])
        #> 19 (2, [('k', [20])])
        #> 20 (2, [('b', [20]), ('k', [30])])
        #> 21 __main__.Counted.rest() got multiple values for keyword argument 'k'
        #> 22 (2, [('k', [30]), ('other1', [20])])
        #> 23 (4, [('k', [20]), ('other', [10])])
        #> 24 (2, [])
        #> 0 Counted.__call__() missing 1 required positional argument: 'a'
        #> 1 ([10], [7])
        #> 2 ([10], [20])
        #> 3 Counted.__call__() takes from 2 to 3 positional arguments but 4 were given
        #> 4 Counted.__call__() takes from 2 to 3 positional arguments but 5 were given
        #> 5 ([10], [7])
        #> 6 ([10], [20])
        #> 7 ([20], [10])
        #> 8 Counted.__call__() got an unexpected keyword argument 'c'
        #> 9 Counted.__call__() got an unexpected keyword argument 'k'
        #> 10 Counted.__call__() got an unexpected keyword argument 'm'
        #> 11 Counted.__call__() got multiple values for argument 'a'
        #> 12 Counted.__call__() got multiple values for argument 'b'
        #> 13 ([10], [20])
        #> 14 Counted.__call__() takes from 2 to 3 positional arguments but 4 were given
        #> 15 Counted.__call__() takes from 2 to 3 positional arguments but 4 were given
        #> 16 Counted.__call__() missing 1 required positional argument: 'a'
        #> 17 Counted.__call__() takes from 2 to 3 positional arguments but 15 were given
        #> 18 ([10], [20])
        #> 19 Counted.__call__() got an unexpected keyword argument 'k'
        #> 20 Counted.__call__() got an unexpected keyword argument 'k'
        #> 21 C((), [4], []) got multiple values for keyword argument 'k'
        #> 22 Counted.__call__() got an unexpected keyword argument 'other1'
        #> 23 Counted.__call__() got an unexpected keyword argument 'other'
        #> 24 ('10', [7])
        #> 0 ([1], ())
        #> 1 ([10], ())
        #> 2 ([10], ([20],))
        #> 3 ([10], ([20], [30]))
        #> 4 ([10], ([20], [30], [10]))
        #> 5 <lambda>() got an unexpected keyword argument 'a'
        #> 6 <lambda>() got an unexpected keyword argument 'b'
        #> 7 <lambda>() got an unexpected keyword argument 'b'
        #> 8 <lambda>() got an unexpected keyword argument 'c'
        #> 9 <lambda>() got an unexpected keyword argument 'k'
        #> 10 <lambda>() got an unexpected keyword argument 'm'
        #> 11 <lambda>() got an unexpected keyword argument 'a'
        #> 12 <lambda>() got an unexpected keyword argument 'b'
        #> 13 ([10], ([20],))
        #> 14 ([10], ([20], [30]))
        #> 15 ([10], ([20], [30]))
        #> 16 ([1], ())
        #> 17 (0, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
        #> 18 <lambda>() got an unexpected keyword argument 'a'
        #> 19 <lambda>() got an unexpected keyword argument 'k'
        #> 20 <lambda>() got an unexpected keyword argument 'k'
        #> 21 __main__.<lambda>() got multiple values for keyword argument 'k'
        #> 22 <lambda>() got an unexpected keyword argument 'other1'
        #> 23 <lambda>() got an unexpected keyword argument 'other'
        #> 24 ('10', ())


def passes_on(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


for function in (last, only, all_of_them, Stored, counted.method):
    wrapped = passes_on(passes_on(function))
    for number in (1, 2, 6, 9, 17, 20, 22):
        print(outcome(wrapped, calls[number]) == outcome(function, calls[number]), end=" ")
        #> True True True True True True True
        #> True True True True True True True
        #> True True True True True True True
        #> True True True True True True True
        #> True True True True True True True
    print()


def deep(n, *, step=1, trail=()):
    return trail if n <= 0 else deep(n - step, trail=trail + (n,) if n % 100 == 0 else trail)


print(deep(900))  #> (900, 800, 700, 600, 500, 400, 300, 200, 100)


def fails(a, *, k):
    raise ValueError(a, k)


try:
    fails(1, k=2)
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno - error.__traceback__.tb_lineno)
    #> (1, 2) -4
shared = [0]
for _ in range(3):
    last(shared, c=shared)
    star(shared, shared)
    all_of_them(shared, *[shared], k=shared, other=shared)
    Stored(b=shared, a=shared)
print(shared)  #> [0]
