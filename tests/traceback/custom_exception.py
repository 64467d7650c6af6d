# An exception class of the program, with its own text.
class GameOver(Exception):
    def __init__(self, score):
        self.score = score

    def __str__(self):
        return "game over at %d" % self.score


def tick():
    raise GameOver(100)


tick()
