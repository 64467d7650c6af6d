"""A text adventure: rooms, a parser for commands, a state machine, and saving to text."""

WORLD = """
hall | A cold hall. | north:kitchen east:library down:cellar! | lamp
kitchen | It smells of old soup. | south:hall | knife bread
library | Books to the ceiling. | west:hall up:tower | key book
tower | You see the whole valley. | down:library |
cellar | Barrels and spiders. | up:hall east:vault! | rope
vault | Gold, at last. | west:cellar | crown
"""

SYNONYMS = {
    "n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down",
    "get": "take", "grab": "take", "l": "look", "i": "inventory", "examine": "look",
}
DIRECTIONS = {"north", "south", "east", "west", "up", "down"}
NOISE = {"the", "a", "an", "to", "at", "with", "please"}


class GameOver(Exception):
    pass


class Room:
    def __init__(self, name, text, exits, things):
        self.name = name
        self.text = text
        self.exits = exits
        self.things = things

    @classmethod
    def parse(cls, line):
        name, text, exits, things = (part.strip() for part in line.split("|"))
        table = {}
        for exit in exits.split():
            direction, target = exit.split(":")
            locked = target.endswith("!")
            table[direction] = (target.rstrip("!"), locked)
        return cls(name, text, table, things.split())


class Game:
    def __init__(self):
        lines = [line for line in WORLD.splitlines() if line]
        self.rooms = {room.name: room for room in map(Room.parse, lines)}
        self.here = self.rooms["hall"]
        self.carried = []
        self.visited = {"hall"}
        self.state = "exploring"
        self.turns = 0

    def command(self, text):
        """Understands one line; returns the answer."""
        words = [SYNONYMS.get(word, word) for word in text.lower().split()]
        words = [word for word in words if word not in NOISE]
        if not words:
            return "Say something."
        self.turns += 1
        verb, *rest = words
        if verb in DIRECTIONS:
            verb, rest = "go", [verb]
        handler = getattr(self, "%s_%s" % (self.state, verb), None) or getattr(self, "do_" + verb, None)
        if handler is None:
            return "I do not know how to %s." % verb
        try:
            return handler(*rest)
        except TypeError:
            return "%s what?" % verb.capitalize() if not rest else "That is too much at once."

    def do_look(self, thing=None):
        if thing is not None:
            return "Just an ordinary %s." % thing if self.is_near(thing) else "No %s here." % thing
        parts = [self.here.text]
        if self.here.things:
            parts.append("You see: " + ", ".join(sorted(self.here.things)) + ".")
        parts.append("Exits: " + ", ".join(self.here.exits) + ".")
        return " ".join(parts)

    def do_inventory(self):
        return "You carry " + (", ".join(self.carried) or "nothing") + "."

    def do_take(self, thing):
        if thing == "all":
            taken, self.here.things[:] = list(self.here.things), []
            self.carried += taken
            return "Taken: %s." % (", ".join(taken) or "nothing")
        if thing not in self.here.things:
            return "There is no %s." % thing
        self.here.things.remove(thing)
        self.carried.append(thing)
        if thing == "crown":
            self.state = "crowned"
        return "Taken."

    def do_drop(self, thing):
        if thing not in self.carried:
            return "You have no %s." % thing
        self.carried.remove(thing)
        self.here.things.append(thing)
        return "Dropped."

    def do_go(self, direction):
        if direction not in self.here.exits:
            return "You cannot go %s." % direction
        target, locked = self.here.exits[direction]
        if locked:
            return "It is locked."
        self.here = self.rooms[target]
        if target in self.visited:
            return "%s again." % target.capitalize()
        self.visited.add(target)
        return self.do_look()

    def do_unlock(self, direction):
        if "key" not in self.carried:
            return "You need a key."
        target, locked = self.here.exits.get(direction, (None, False))
        if not locked:
            return "Nothing is locked there."
        self.here.exits[direction] = (target, False)
        return "Click."

    def do_save(self):
        self.saved = self.dump()
        return "Saved %d characters." % len(self.saved)

    def do_restore(self):
        if not hasattr(self, "saved"):
            return "Nothing to restore."
        self.load(self.saved)
        return "Restored. You are in the %s." % self.here.name

    def do_quit(self):
        raise GameOver("You give up after %d turns." % self.turns)

    def crowned_go(self, direction):
        if self.here.name == "hall" and direction == "north":
            raise GameOver("You leave with the crown. Score: %d." % self.score())
        return self.do_go(direction)

    def is_near(self, thing):
        return thing in self.carried or thing in self.here.things

    def score(self):
        return len(self.visited) * 10 + len(self.carried) * 5 + (50 if "crown" in self.carried else 0)

    def dump(self):
        lines = [self.here.name, self.state, " ".join(self.carried), " ".join(sorted(self.visited))]
        for room in self.rooms.values():
            exits = " ".join(d + ":" + t + ("!" if l else "") for d, (t, l) in room.exits.items())
            lines.append(" | ".join([room.name, room.text, exits, " ".join(room.things)]))
        return "\n".join(lines)

    def load(self, text):
        here, self.state, carried, visited, *rooms = text.split("\n")
        self.rooms = {room.name: room for room in map(Room.parse, rooms)}
        self.here, self.carried, self.visited = self.rooms[here], carried.split(), set(visited.split())


SCRIPT = """
look
take the lamp
inventory
down
north
take all
eat bread
south
e
take key
examine book
look at dragon
up
save
d
west
unlock
unlock down
go down
take rope
take
drop knife here now
drop knife
unlock east
east
get crown
restore
i
d
w
unlock down
d
unlock e
e
grab the crown please
w
u
look
n
dance
"""


def main():
    game = Game()
    try:
        for line in SCRIPT.strip().splitlines():
            print(">", line)
            print(game.command(line))
    except GameOver as end:
        print(end)
    print("turns", game.turns, "rooms seen", len(game.visited))
    other = Game()
    try:
        other.command("quit")
    except GameOver as end:
        print(end)


main()
