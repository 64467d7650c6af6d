# Random slices, casts and assignments do to a view what they do to a list of the same items.
state = 12345


def random(below):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % below


def bound(length):
    return None if random(4) == 0 else random(2 * length + 3) - length - 1


SIZES = {"B": 1, "b": 1, "c": 1, "h": 2, "H": 2, "i": 4, "I": 4, "q": 8, "Q": 8}


def unpacked(raw, form):
    size = SIZES[form]
    pieces = [raw[at : at + size] for at in range(0, len(raw), size)]
    if form == "c":
        return pieces
    return [int.from_bytes(piece, ORDER, signed=form.islower()) for piece in pieces]


import sys

ORDER = sys.byteorder
checks = 0
for round in range(60):
    data = bytearray(random(256) for _ in range(8 * random(5)))
    form = "BbchHiIqQ"[random(9)]
    view = memoryview(data).cast(form)
    model = unpacked(bytes(data), form)
    places = list(range(len(model)))
    for _ in range(3):
        key = slice(bound(len(model)), bound(len(model)), (None, 1, -1, 2, -2, 3, -7)[random(7)])
        view, model, places = view[key], model[key], places[key]
        assert view.tolist() == model == list(view), (form, key)
        assert len(view) == view.shape[0] == len(model)
        assert list(reversed(view)) == model[::-1]
        assert unpacked(view.tobytes(), form) == model
        assert len(model) < 2 or view.contiguous == (places[1] - places[0] == 1)
        if model:
            at = random(len(model))
            other = model[random(len(model))]
            view[at] = other
            assert unpacked(bytes(data), form)[places[at]] == other
            model[at] = other
            view[:] = view[::-1]
            model.reverse()
            assert view.tolist() == model and view == view[:]
            checks += 1
    try:
        data.append(1)
        print("grown")
    except BufferError:
        pass
    del view
    data.append(1)
print(checks > 50)  #> False
