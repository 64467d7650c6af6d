# Subscripts, get, in; KeyError prints the key's repr.
d = {"a": 1, 2: "two", None: 0, (1, 2): "t", 1.5: "f"}
print(d["a"], d[2], d[2.0], d[None], d[1, 2], d[1.5], d.get("zz"), d.get("zz", 5), "a" in d, "b" not in d)
#> 1 two two 0 t f None 5 True True
for key in ("b", 3, (1,), 2.5, "it's"):
    try:
        d[key]
    except KeyError as error:
        print(error, error.args)
        #> 'b' ('b',)
        #> 3 (3,)
        #> (1,) ((1,),)
        #> 2.5 (2.5,)
        #> "it's" ("it's",)
for call in (lambda: d[[]], lambda: d.get({}), lambda: [] in d):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unhashable type: 'list'
        #> unhashable type: 'dict'
        #> unhashable type: 'list'
