# None: one value, no attributes to set, not callable, not ordered.
print(None, repr(None), str(None), bool(None), None is None, None == None, None != 0, type(None))
#> None None None False True True True <class 'NoneType'>
for text in ("None + 1", "None()", "None[0]", "None < None", "len(None)", "iter(None)", "None.x", "None > 1"):
    try:
        eval(text)
    except (TypeError, AttributeError) as error:
        print(error)
        #> unsupported operand type(s) for +: 'NoneType' and 'int'
        #> 'NoneType' object is not callable
        #> 'NoneType' object is not subscriptable
        #> '<' not supported between instances of 'NoneType' and 'NoneType'
        #> object of type 'NoneType' has no len()
        #> 'NoneType' object is not iterable
        #> 'NoneType' object has no attribute 'x'
        #> '>' not supported between instances of 'NoneType' and 'int'
def nothing():
    pass
print(nothing(), [None] * 2, {None: 1}[None], type(None)() is None, hash(None) == hash(None))
#> None [None, None] 1 True True
