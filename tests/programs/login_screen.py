"""The login screen of an imaginary console game, as a workload.

Keeps alive what such a screen keeps alive: texts in four languages, a style sheet with
inheritance, a tree of widgets whose callbacks are closures, a news feed and a friends list
parsed from JSON text. Then it plays a hundred and twenty frames of animation and input over
them, and prints one checksum per stage.
"""

LOCALES = ["english", "deutsch", "français", "日本語"]
PAGES = {"login": 24, "servers": 18, "settings": 40, "news": 12}
FRAMES = 120


class Dice:
    """A pseudo-random sequence that is the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, sides):
        self.state ^= (self.state << 13) & 0xFFFFFFFF
        self.state ^= self.state >> 17
        self.state ^= (self.state << 5) & 0xFFFFFFFF
        return self.state % sides

    def choose(self, options):
        return options[self.roll(len(options))]


def checksum(value, start=5381):
    """A number for any nest of containers, texts and numbers."""
    total = start
    if isinstance(value, dict):
        for key, item in value.items():
            total = checksum(item, checksum(key, total))
    elif isinstance(value, (list, tuple)):
        for item in value:
            total = checksum(item, total)
    else:
        for letter in str(value):
            total = (total * 33 + ord(letter)) & 0xFFFFFFFF
    return total


# Texts ---------------------------------------------------------------------------------------


def make_texts(dice):
    syllables = "ka lo mi ne ru sho ta vi xen zu".split()
    texts = {}
    for locale in LOCALES:
        entries = texts[locale] = {}
        for page, count in PAGES.items():
            for index in range(count):
                words = [
                    "".join(dice.choose(syllables) for _ in range(1 + dice.roll(3)))
                    for _ in range(2 + dice.roll(4))
                ]
                entries["%s/%02d" % (page, index)] = {
                    "text": " ".join(words).capitalize() + locale[0],
                    "width": sum(map(len, words)),
                    "plural": index % 5 == 0,
                }
    return texts


# Styles --------------------------------------------------------------------------------------


class Style:
    """Properties that fall back to a parent's."""

    def __init__(self, parent=None, **own):
        self.parent = parent
        self.own = own

    def __getitem__(self, name):
        style = self
        while style is not None:
            if name in style.own:
                return style.own[name]
            style = style.parent
        raise KeyError(name)

    def flattened(self):
        base = self.parent.flattened() if self.parent else {}
        return {**base, **self.own}


def make_styles():
    base = Style(color=(220, 220, 230), size=14, margin=4, font="sans")
    sheet = {"base": base}
    for kind in ("label", "button", "field", "list"):
        sheet[kind] = Style(base, margin=len(kind))
        for state in ("idle", "hover", "active"):
            shade = 40 + 8 * len(state)
            sheet[kind + ":" + state] = Style(sheet[kind], color=(shade, shade, 255 - shade))
    return sheet


# Widgets -------------------------------------------------------------------------------------


class Widget:
    __slots__ = ("kind", "rect", "children", "handlers", "state", "alpha", "text")

    def __init__(self, kind, rect, text=""):
        self.kind = kind
        self.rect = rect
        self.text = text
        self.children = []
        self.handlers = {}
        self.state = "idle"
        self.alpha = 0.0

    def add(self, child):
        self.children.append(child)
        return child

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def on(self, event):
        def register(handler):
            self.handlers.setdefault(event, []).append(handler)
            return handler

        return register

    def fire(self, event, *details):
        return [handler(*details) for handler in self.handlers.get(event, ())]

    def hit(self, x, y):
        left, top, width, height = self.rect
        if not (left <= x < left + width and top <= y < top + height):
            return None
        for child in reversed(self.children):
            found = child.hit(x, y)
            if found is not None:
                return found
        return self


def make_screen(texts, log, presses):
    root = Widget("panel", (0, 0, 1280, 720))
    for page_index, (page, count) in enumerate(PAGES.items()):
        panel = root.add(Widget("panel", (page_index * 320, 40, 320, 680)))
        for index in range(count):
            kind = ("label", "button", "field", "list")[index % 4]
            text = texts["english"]["%s/%02d" % (page, index)]["text"]
            widget = panel.add(Widget(kind, (page_index * 320 + 8, 48 + index * 16, 300, 15), text))

            @widget.on("press")
            def press(x, y, widget=widget, name=page + str(index)):
                presses[name] = presses.get(name, 0) + 1
                widget.state = "active"
                log.append((name, x, y))
                return len(log)

            @widget.on("leave")
            def leave(widget=widget):
                widget.state = "idle"

    return root


# JSON text -----------------------------------------------------------------------------------


class JsonReader:
    """Enough of JSON for what the server of this game sends."""

    ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \n\t":
            self.at += 1

    def take(self, expected):
        self.skip()
        if self.text[self.at] != expected:
            raise ValueError("expected %r at %d" % (expected, self.at))
        self.at += 1

    def peek(self):
        self.skip()
        return self.text[self.at]

    def value(self):
        first = self.peek()
        if first == "{":
            return dict(self.sequence("{", "}", self.pair))
        if first == "[":
            return list(self.sequence("[", "]", self.value))
        if first == '"':
            return self.string()
        return self.word()

    def sequence(self, start, end, item):
        self.take(start)
        if self.peek() == end:
            self.take(end)
            return
        while True:
            yield item()
            if self.peek() == end:
                break
            self.take(",")
        self.take(end)

    def pair(self):
        key = self.string()
        self.take(":")
        return key, self.value()

    def string(self):
        self.take('"')
        parts = []
        while (letter := self.text[self.at]) != '"':
            self.at += 1
            if letter == "\\":
                letter = self.ESCAPES[self.text[self.at]]
                self.at += 1
            parts.append(letter)
        self.at += 1
        return "".join(parts)

    def word(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",]} \n":
            self.at += 1
        text = self.text[start : self.at]
        if text in self.WORDS:
            return self.WORDS[text]
        return float(text) if "." in text or "e" in text else int(text)


def friends_text(dice, count):
    rows = []
    for index in range(count):
        row = '{"name": "pilot-%d", "online": %s, "rank": %d.%d, "tags": ["%s", "b\\"q"], "last": null}'
        online = "true" if dice.roll(3) else "false"
        rows.append(row % (index, online, dice.roll(90), dice.roll(10), dice.choose(LOCALES)))
    return "[" + ",\n ".join(rows) + "]"


# Frames --------------------------------------------------------------------------------------


def ease(t):
    return t * t * (3 - 2 * t)


def play(root, dice, friends):
    widgets = list(root.walk())
    hovered = None
    drawn = 0
    for frame in range(FRAMES):
        for index, widget in enumerate(widgets):
            t = min(1.0, max(0.0, (frame - index / 4) / 20))
            widget.alpha = ease(t)
            if widget.alpha > 0.5:
                drawn += 1
        target = root.hit(dice.roll(1280), dice.roll(720))
        if target is not hovered:
            if hovered is not None:
                hovered.fire("leave")
            hovered = target
        if target is not None and frame % 3 == 0:
            target.fire("press", frame, dice.roll(100))
        if frame % 10 == 0:
            friends.sort(key=lambda friend: (not friend["online"], -friend["rank"], friend["name"]))
            friends[frame % len(friends)]["online"] ^= True
    return drawn


def main():
    dice = Dice(2463534242)
    texts = make_texts(dice)
    print("texts", len(texts), checksum(texts))
    styles = make_styles()
    print("styles", len(styles), checksum([style.flattened() for style in styles.values()]))
    print("size of a button", styles["button:hover"]["size"], styles["button:hover"]["color"])
    log = []
    presses = {}
    root = make_screen(texts, log, presses)
    print("widgets", sum(1 for _ in root.walk()), checksum([w.text for w in root.walk()]))
    text = friends_text(dice, 60)
    friends = JsonReader(text).value()
    print("friends", len(text), len(friends), checksum(friends))
    try:
        JsonReader('{"a" 1}').value()
    except ValueError as error:
        print("refused:", error)
    drawn = play(root, dice, friends)
    print("frames", FRAMES, "drawn", drawn, "presses", len(log), checksum(log))
    print("best friend", friends[0]["name"], friends[0]["rank"], checksum(friends))
    print("busiest", sorted(presses.items(), key=lambda item: (-item[1], item[0]))[:3])
    print("states", sorted({widget.state for widget in root.walk()}))
    return texts, styles, root, friends


alive = main()
