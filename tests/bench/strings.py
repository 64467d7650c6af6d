"""Text: building, splitting, joining, formatting, searching."""


def report(lines):
    parts = []
    for number in range(lines):
        name = f"player{number % 97:03d}"
        parts.append("%s;%d;%5.2f" % (name.upper(), number, number / 7))
    return "\n".join(parts)


def digest(text):
    best = {}
    for line in text.splitlines():
        name, score, ratio = line.split(";")
        if name.endswith("7") and "1" in score:
            best[name] = max(best.get(name, 0), int(score))
    return len(text), sorted(best)[2], text.count("PLAYER01"), text.find("3000")


def backwards(rounds):
    text = ""
    for number in range(rounds):
        text = chr(97 + number % 26) + text[:40]
    return text.replace("a", "<a>").title()


print(digest(report(5000)), backwards(4000))
