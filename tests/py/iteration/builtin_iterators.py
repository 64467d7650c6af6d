# Iterators of the builtin types: types, exhaustion, length hints by behaviour.
for thing in ([1, 2], (1, 2), "ab", b"ab", {1: 0, 2: 0}, range(2), {1: 0, 2: 0}.values(), {1: 0, 2: 0}.items(), reversed([1, 2]), enumerate("ab"), zip("ab", "cd"), map(str, [1, 2]), filter(None, [1, 2])):
    it = iter(thing)
    print(type(it).__name__, next(it), next(it), next(it, "end"), next(it, "end"), iter(it) is it)
    #> list_iterator 1 2 end end True
    #> tuple_iterator 1 2 end end True
    #> str_ascii_iterator a b end end True
    #> bytes_iterator 97 98 end end True
    #> dict_keyiterator 1 2 end end True
    #> range_iterator 0 1 end end True
    #> dict_valueiterator 0 0 end end True
    #> dict_itemiterator (1, 0) (2, 0) end end True
    #> list_reverseiterator 2 1 end end True
    #> enumerate (0, 'a') (1, 'b') end end True
    #> zip ('a', 'c') ('b', 'd') end end True
    #> map 1 2 end end True
    #> filter 1 2 end end True
