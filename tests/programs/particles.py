"""A particle simulation: emitters, forces as functions, a spatial grid for collisions."""

import math


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vec(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    @property
    def length(self):
        return math.sqrt(self.dot(self))

    def __repr__(self):
        return "(%.4f, %.4f)" % (self.x, self.y)


class Particle:
    __slots__ = ("place", "speed", "mass", "life", "kind")

    def __init__(self, place, speed, mass, life, kind):
        self.place = place
        self.speed = speed
        self.mass = mass
        self.life = life
        self.kind = kind


class Noise:
    def __init__(self, seed):
        self.seed = seed

    def __call__(self):
        self.seed = (self.seed * 16807) % 2147483647
        return self.seed / 2147483647

    def between(self, low, high):
        return low + (high - low) * self()


def gravity(particle):
    return Vec(0.0, -9.81 * particle.mass)


def drag(strength):
    return lambda particle: particle.speed * -strength


def wind(direction, period):
    tick = 0

    def force(particle):
        nonlocal tick
        tick += 1
        return direction if (tick // period) % 2 else Vec(0.0, 0.0)

    return force


class Emitter:
    def __init__(self, place, kind, rate, noise):
        self.place, self.kind, self.rate, self.noise = place, kind, rate, noise
        self.carry = 0.0

    def emit(self, dt):
        self.carry += self.rate * dt
        while self.carry >= 1.0:
            self.carry -= 1.0
            speed = Vec(self.noise.between(-2, 2), self.noise.between(4, 9))
            mass = self.noise.between(0.5, 1.5)
            yield Particle(self.place + Vec(0, 0), speed, mass, self.noise.between(0.5, 2.0), self.kind)


class World:
    CELL = 1.0

    def __init__(self, seed):
        self.noise = Noise(seed)
        self.particles = []
        self.forces = [gravity, drag(0.3), wind(Vec(1.5, 0.2), 400)]
        self.emitters = [
            Emitter(Vec(-2.0, 0.0), "spark", 90, self.noise),
            Emitter(Vec(2.0, 0.5), "smoke", 60, self.noise),
        ]
        self.born = self.bounced = self.collided = 0

    def step(self, dt):
        for emitter in self.emitters:
            fresh = list(emitter.emit(dt))
            self.born += len(fresh)
            self.particles.extend(fresh)
        for particle in self.particles:
            total = sum((force(particle) for force in self.forces), Vec(0.0, 0.0))
            particle.speed += total * (dt / particle.mass)
            particle.place += particle.speed * dt
            particle.life -= dt
            if particle.place.y < 0:
                particle.place.y = -particle.place.y
                particle.speed.y *= -0.6
                self.bounced += 1
        self.particles = [p for p in self.particles if p.life > 0]
        self.collide()

    def collide(self):
        grid = {}
        for particle in self.particles:
            cell = (int(particle.place.x // self.CELL), int(particle.place.y // self.CELL))
            grid.setdefault(cell, []).append(particle)
        for inside in grid.values():
            for index, one in enumerate(inside):
                for two in inside[index + 1 :]:
                    between = two.place - one.place
                    distance = between.length
                    if 0 < distance < 0.15:
                        self.bounce(one, two, between * (1 / distance))

    def bounce(self, one, two, normal):
        closing = (one.speed - two.speed).dot(normal)
        if closing <= 0:
            return
        push = 2 * closing / (one.mass + two.mass)
        one.speed += normal * (-push * two.mass)
        two.speed += push * one.mass * normal
        self.collided += 1

    def energy(self):
        return sum(0.5 * p.mass * p.speed.dot(p.speed) for p in self.particles)

    def census(self):
        counts = {}
        for particle in self.particles:
            counts[particle.kind] = counts.get(particle.kind, 0) + 1
        return counts


def main():
    world = World(12345)
    for frame in range(1, 61):
        world.step(1 / 30)
        if frame % 15 == 0:
            center = sum((p.place for p in world.particles), Vec(0, 0)) * (1 / len(world.particles))
            print(frame, len(world.particles), "%.6f" % world.energy(), center, world.census())
    print("born", world.born, "bounced", world.bounced, "collided", world.collided)
    fastest = max(world.particles, key=lambda p: p.speed.length)
    print("fastest", fastest.kind, fastest.place, "%.5f" % fastest.speed.length)


main()
