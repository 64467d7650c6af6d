# A misspelt attribute.
class Player:
    def __init__(self):
        self.health = 1


print(Player().helth)
