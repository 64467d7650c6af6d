"""A discrete-event simulation of a spaceport: processes as generators, resources, statistics."""


class Heap(list):
    """Smallest first; entries never compare beyond their serial number."""

    def push(self, entry):
        self.append(entry)
        at = len(self) - 1
        while at and self[at] < self[(at - 1) // 2]:
            up = (at - 1) // 2
            self[at], self[up] = self[up], self[at]
            at = up

    def take(self):
        self[0], self[-1] = self[-1], self[0]
        entry = self.pop()
        at, size = 0, len(self)
        while True:
            least = min((i for i in (at, 2 * at + 1, 2 * at + 2) if i < size), key=self.__getitem__, default=at)
            if least == at:
                return entry
            self[at], self[least] = self[least], self[at]
            at = least


class Simulation:
    def __init__(self):
        self.now = 0
        self.queue = Heap()
        self.serial = 0
        self.trace = []

    def schedule(self, delay, process, value=None):
        self.serial += 1
        self.queue.push((self.now + delay, self.serial, process, value))

    def start(self, process, delay=0):
        self.schedule(delay, process)
        return process

    def resume(self, process, value):
        try:
            request = process.send(value)
        except StopIteration as stop:
            self.note("%s finished with %s" % (process.__name__, stop.value))
            return
        except Failure as failure:
            self.note("%s failed: %s" % (process.__name__, failure))
            return
        if isinstance(request, int):
            self.schedule(request, process)
        else:
            request(self, process)

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process, value = self.queue.take()
            self.resume(process, value)
        self.now = until

    def note(self, text):
        self.trace.append((self.now, text))


class Failure(Exception):
    pass


class Resource:
    """A number of equal places with a queue in order of arrival."""

    def __init__(self, name, places):
        self.name, self.free, self.waiting = name, places, []
        self.waits = []

    def acquire(self):
        def request(simulation, process):
            if self.free:
                self.free -= 1
                self.waits.append(0)
                simulation.schedule(0, process, self)
            else:
                self.waiting.append((simulation.now, process))

        return request

    def release(self, simulation):
        if self.waiting:
            since, process = self.waiting.pop(0)
            self.waits.append(simulation.now - since)
            simulation.schedule(0, process, self)
        else:
            self.free += 1


class Mailbox:
    def __init__(self):
        self.messages, self.readers = [], []

    def put(self, simulation, message):
        if self.readers:
            simulation.schedule(0, self.readers.pop(0), message)
        else:
            self.messages.append(message)

    def get(self):
        def request(simulation, process):
            if self.messages:
                simulation.schedule(0, process, self.messages.pop(0))
            else:
                self.readers.append(process)

        return request


def random_numbers(seed):
    while True:
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        yield seed >> 8


def ship(simulation, number, port, random, customs):
    arrived = simulation.now
    dock = yield port.acquire()
    simulation.note("ship %d docks" % number)
    try:
        yield from unload(simulation, number, random, customs)
    finally:
        dock.release(simulation)
    return simulation.now - arrived


def unload(simulation, number, random, customs):
    crates = 1 + next(random) % 4
    for crate in range(crates):
        yield 2 + next(random) % 5
        customs.put(simulation, (number, crate))
        if next(random) % 17 == 0:
            raise Failure("ship %d drops crate %d" % (number, crate))
    return crates


def officer(simulation, customs, seen):
    while True:
        number, crate = yield customs.get()
        yield 3
        seen[number] = seen.get(number, 0) + 1


def traffic(simulation, port, random, customs, count):
    for number in range(count):
        simulation.start(ship(simulation, number, port, random, customs))
        yield next(random) % 9
    return "%d ships" % count


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def main():
    simulation = Simulation()
    random = random_numbers(2024)
    port = Resource("port", 3)
    customs = Mailbox()
    seen = {}
    for _ in range(2):
        simulation.start(officer(simulation, customs, seen))
    simulation.start(traffic(simulation, port, random, customs, 60), delay=5)
    for until in (50, 200, 2000):
        simulation.run(until)
        print("at", simulation.now, "notes", len(simulation.trace), "free", port.free, "seen", sum(seen.values()))
    for time, text in simulation.trace[:8] + simulation.trace[-4:]:
        print("%5d %s" % (time, text))
    stays = [int(text.rsplit(" ", 1)[1]) for _, text in simulation.trace if text.startswith("ship finished")]
    failures = [text for _, text in simulation.trace if "failed" in text]
    print("finished", len(stays), "failed", len(failures), "mean stay %.3f" % mean(stays), "longest", max(stays))
    print("mean wait %.3f" % mean(port.waits), "waited", sum(1 for wait in port.waits if wait), "of", len(port.waits))
    print("crates per ship", sorted({n: list(seen.values()).count(n) for n in set(seen.values())}.items()))
    print(failures[:2])


main()
