"""Objects of a game: methods, attributes, inheritance, a list of things that move."""


class Actor:
    def __init__(self, name, x, speed):
        self.name = name
        self.x = x
        self.speed = speed
        self.health = 100

    def step(self):
        self.x += self.speed
        if self.x > 500 or self.x < 0:
            self.turn()

    def turn(self):
        self.speed = -self.speed
        self.hurt(1)

    def hurt(self, amount):
        self.health -= amount


class Armoured(Actor):
    def __init__(self, name, x, speed, armour):
        super().__init__(name, x, speed)
        self.armour = armour

    def hurt(self, amount):
        if self.armour > 0:
            self.armour -= amount
        else:
            super().hurt(amount)


def play(frames):
    actors = [Actor("a%d" % n, n * 7, n % 5 + 1) for n in range(30)]
    actors += [Armoured("b%d" % n, n * 9, n % 7 + 1, n % 4) for n in range(30)]
    for _ in range(frames):
        for actor in actors:
            actor.step()
    return sum(actor.x * 3 + actor.health for actor in actors)


print(play(1000))
