def kinds(v):
    match v:
        case 1 | -2 | "x":
            return 1
        case None:
            return 2
        case [a, _, *rest] if rest:
            return a
        case {"key": value, **others}:
            return value, others
        case Point(x, y=0) as p:
            return p
        case (Color.RED, (b, c)):
            return b
        case _:
            return 3
