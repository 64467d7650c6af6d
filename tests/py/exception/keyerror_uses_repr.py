# KeyError shows the repr of its key, other LookupErrors the text.
for error in (KeyError("it's"), KeyError(1), KeyError(("a", 1)), IndexError("it's"), LookupError("l")):
    print(error)
    #> "it's"
    #> 1
    #> ('a', 1)
    #> it's
    #> l
