"""A role-playing inventory: items, stacking, crafting, shops, and undo by command objects."""


class Item:
    registry = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        Item.registry[cls.__name__.lower()] = cls
        for name, value in options.items():
            setattr(cls, name, value)

    weight = 1.0
    price = 1
    stack = 1

    def __init__(self, count=1):
        if not 1 <= count <= self.stack:
            raise ValueError("%s: bad count %d" % (type(self).__name__, count))
        self.count = count

    @property
    def name(self):
        return type(self).__name__.lower()

    @property
    def total_weight(self):
        return self.weight * self.count

    def use(self, hero):
        return "nothing happens"

    def __repr__(self):
        return "%s x%d" % (self.name, self.count) if self.stack > 1 else self.name


class Potion(Item, weight=0.5, price=25, stack=10):
    def use(self, hero):
        hero.health = min(hero.health + 30, 100)
        return "health is %d" % hero.health


class Arrow(Item, weight=0.05, price=1, stack=50):
    pass


class Wood(Item, weight=2.5, price=3, stack=20):
    pass


class Iron(Item, weight=4.0, price=12, stack=20):
    pass


class Equipment(Item, price=50):
    slot = None
    bonus = 0

    def use(self, hero):
        old = hero.worn.get(self.slot)
        hero.worn[self.slot] = self
        return "wearing %s instead of %s" % (self, old)


class Sword(Equipment, slot="hand", bonus=7, weight=3.0, price=80):
    pass


class Shield(Equipment, slot="arm", bonus=4, weight=5.5):
    pass


class Full(Exception):
    def __init__(self, item, excess):
        super().__init__("no room for %s: %.1f too heavy" % (item, excess))
        self.item = item


class Bag:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []

    @property
    def load(self):
        return sum(item.total_weight for item in self.items)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __contains__(self, name):
        return any(item.name == name for item in self)

    def count(self, name):
        return sum(item.count for item in self if item.name == name)

    def add(self, item):
        excess = self.load + item.total_weight - self.capacity
        if excess > 0:
            raise Full(item, excess)
        left = item.count
        for other in self.items:
            if other.name == item.name and other.count < other.stack:
                moved = min(left, other.stack - other.count)
                other.count += moved
                left -= moved
        while left:
            size = min(left, item.stack)
            self.items.append(type(item)(size))
            left -= size

    def remove(self, name, count=1):
        if self.count(name) < count:
            raise KeyError(name)
        for item in reversed(self.items[:]):
            if item.name == name and count:
                taken = min(count, item.count)
                item.count -= taken
                count -= taken
                if item.count == 0:
                    self.items.remove(item)

    def __str__(self):
        lines = ["%-12s %6.2f" % (item, item.total_weight) for item in self]
        return "\n".join(lines + ["%-12s %6.2f of %g" % ("=", self.load, self.capacity)])


class Hero:
    def __init__(self):
        self.health = 55
        self.gold = 100
        self.bag = Bag(60)
        self.worn = {}

    @property
    def defence(self):
        return sum(item.bonus for item in self.worn.values())


RECIPES = {
    "arrow": ({"wood": 1}, 10),
    "sword": ({"wood": 1, "iron": 3}, 1),
    "shield": ({"wood": 4, "iron": 2}, 1),
}


def craft(hero, name):
    needs, makes = RECIPES[name]
    missing = {n: c - hero.bag.count(n) for n, c in needs.items() if hero.bag.count(n) < c}
    if missing:
        raise LookupError("missing " + ", ".join("%d %s" % (c, n) for n, c in missing.items()))
    for ingredient, count in needs.items():
        hero.bag.remove(ingredient, count)
    hero.bag.add(Item.registry[name](makes))


class Purchase:
    """Buys on `do`, gives everything back on `undo`."""

    def __init__(self, hero, name, count=1):
        self.hero, self.name, self.count = hero, name, count

    def do(self):
        cls = Item.registry[self.name]
        self.cost = cls.price * self.count
        if self.cost > self.hero.gold:
            raise ValueError("%d gold short" % (self.cost - self.hero.gold))
        self.hero.bag.add(cls(self.count))
        self.hero.gold -= self.cost

    def undo(self):
        self.hero.bag.remove(self.name, self.count)
        self.hero.gold += self.cost


def main():
    hero = Hero()
    history = []
    for name, count in (("potion", 2), ("arrow", 30), ("iron", 20), ("sword", 1), ("iron", 3)):
        command = Purchase(hero, name, count)
        try:
            command.do()
        except (ValueError, Full) as error:
            print("cannot buy %d %s: %s" % (count, name, error))
        else:
            history.append(command)
            print("bought %d %s, %d gold left" % (count, name, hero.gold))
    history.pop().undo()
    print("after undo:", hero.gold, "gold")
    history.pop().undo()
    print(hero.bag)
    for thing in (Wood(12), Iron(7), Potion(9)):
        hero.bag.add(thing) if thing.name != "potion" else None
    print("carrying", len(hero.bag), "stacks,", hero.bag.count("wood"), "wood")
    for name in ("sword", "shield", "arrow", "sword", "shield"):
        try:
            craft(hero, name)
            print("crafted", name)
        except LookupError as error:
            print("cannot craft %s: %s" % (name, error))
        except Full as error:
            print("cannot carry", error.item)
    for item in list(hero.bag):
        print(repr(item), "->", item.use(hero))
    print("defence", hero.defence, "worn", sorted(hero.worn))
    try:
        hero.bag.add(Iron(20))
    except Full as error:
        print(error)
    try:
        Arrow(51)
    except ValueError as error:
        print(error)
    print(hero.bag)
    by_name = {}
    for item in hero.bag:
        by_name.setdefault(item.name, []).append(item.count)
    print(by_name, "sword" in hero.bag, "crown" in hero.bag)


main()
