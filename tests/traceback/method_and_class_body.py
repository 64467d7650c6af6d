# Frames of methods and of a class body.
class Account:
    def __init__(self, owner):
        self.owner = owner

    def withdraw(self, amount):
        if amount > 10:
            raise ValueError("too much: %d" % amount)


def run():
    class Local:
        account = Account("x")
        account.withdraw(50)


run()
