"""A frame loop over game entities: components, systems as methods, messages between them."""

import sys


class Entity:
    def __init__(self, number, kind):
        self.number = number
        self.kind = kind
        self.x = number * 7 % 100
        self.y = number * 13 % 100
        self.health = 20 + number % 11
        self.target = None

    def think(self, world):
        if self.target is None or self.target.health <= 0:
            self.target = world.nearest(self)

    def act(self, world):
        target = self.target
        if target is None:
            return
        dx, dy = target.x - self.x, target.y - self.y
        if abs(dx) + abs(dy) <= self.reach:
            world.post(target, "hit", self.strength)
        else:
            self.x += (dx > 0) - (dx < 0)
            self.y += (dy > 0) - (dy < 0)

    def receive(self, message, value):
        getattr(self, "on_" + message)(value)

    def on_hit(self, value):
        self.health -= value


class Orc(Entity):
    reach, strength = 2, 3


class Elf(Entity):
    reach, strength = 9, 1

    def on_hit(self, value):
        super().on_hit(value + 1)


class World:
    def __init__(self, count):
        self.entities = [(Orc if i % 2 else Elf)(i, i % 2) for i in range(count)]
        self.messages = []
        self.delivered = 0

    def nearest(self, entity):
        enemies = [other for other in self.entities if other.kind != entity.kind and other.health > 0]
        if not enemies:
            return None
        return min(enemies, key=lambda other: (abs(other.x - entity.x) + abs(other.y - entity.y), other.number))

    def post(self, target, message, value):
        self.messages.append((target, message, value))

    def frame(self):
        for entity in self.entities:
            entity.think(self)
        for entity in self.entities:
            entity.act(self)
        messages, self.messages = self.messages, []
        for target, message, value in messages:
            target.receive(message, value)
        self.delivered += len(messages)
        self.entities = [entity for entity in self.entities if entity.health > 0]


frames = int(sys.argv[1]) if len(sys.argv) > 1 else 60
world = World(60)
for _ in range(frames):
    world.frame()
print(len(world.entities), world.delivered, sum(e.x * 3 + e.y + e.health for e in world.entities))
