# Lists are no keys.
for call in (lambda: hash([]), lambda: {[]: 1}, lambda: {1, []}, lambda: {}.get([])):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unhashable type: 'list'
        #> unhashable type: 'list'
        #> unhashable type: 'list'
        #> unhashable type: 'list'
