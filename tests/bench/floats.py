"""Float arithmetic: springs that swing, a field of distances."""

from math import sqrt


def springs(count, frames):
    place = [float(number) for number in range(count)]
    speed = [0.0] * count
    for _ in range(frames):
        for number in range(1, count - 1):
            force = (place[number - 1] + place[number + 1]) * 0.5 - place[number]
            speed[number] = (speed[number] + force * 0.1) * 0.999
        place[0] += 0.01
        for number in range(1, count):
            place[number] += speed[number] * 0.05
    return sum(place)


def distances(count):
    total = 0.0
    for row in range(count):
        for column in range(count):
            x = row * 0.5 - 3.0
            y = column * 0.25 + 1.0
            total += sqrt(x * x + y * y)
    return total


print("%.9f %.9f" % (springs(40, 400), distances(150)))
