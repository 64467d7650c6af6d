# Exception subclasses with their own constructor and text.
class GameError(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code
class Fatal(GameError):
    def __str__(self): return "fatal %d: %s" % (self.code, ", ".join(self.args))
for make in (lambda: GameError(1), lambda: GameError(2, "a"), lambda: Fatal(3, "x", "y")):
    try:
        raise make()
    except GameError as error:
        print(type(error).__name__, error.code, error.args, str(error), repr(error))
        #> GameError 1 ()  GameError()
        #> GameError 2 ('a',) a GameError('a')
        #> Fatal 3 ('x', 'y') fatal 3: x, y Fatal('x', 'y')
