"""A calculator language: tokens, a precedence parser, closures as code, and good errors."""

OPERATORS = {
    "or": (1, "left"), "and": (2, "left"), "==": (3, "left"), "<": (3, "left"), ">": (3, "left"),
    "+": (4, "left"), "-": (4, "left"), "*": (5, "left"), "/": (5, "left"), "%": (5, "left"),
    "^": (7, "right"),
}
UNARY_POWER = 6


class CalcError(Exception):
    def __init__(self, message, place=None):
        super().__init__(message if place is None else "%s at %d" % (message, place))


class Token:
    __slots__ = ("kind", "text", "place")

    def __init__(self, kind, text, place):
        self.kind, self.text, self.place = kind, text, place

    def __repr__(self):
        return "%s:%s" % (self.kind, self.text)


def tokens(text):
    at = 0
    while at < len(text):
        letter = text[at]
        start = at
        if letter.isspace():
            at += 1
            continue
        if letter.isdigit() or letter == "." and text[at + 1 : at + 2].isdigit():
            while at < len(text) and (text[at].isdigit() or text[at] == "."):
                at += 1
            yield Token("number", text[start:at], start)
        elif letter.isalpha() or letter == "_":
            while at < len(text) and (text[at].isalnum() or text[at] == "_"):
                at += 1
            word = text[start:at]
            kind = "operator" if word in OPERATORS else "keyword" if word in ("let", "fn", "if", "then", "else", "not") else "name"
            yield Token(kind, word, start)
        elif text[at : at + 2] in ("==", "=>"):
            at += 2
            word = text[start:at]
            yield Token("operator" if word in OPERATORS else "mark", word, start)
        elif letter in "+-*/%^<>":
            at += 1
            yield Token("operator", letter, start)
        elif letter in "(),=;":
            at += 1
            yield Token("mark", letter, start)
        else:
            raise CalcError("unexpected %r" % letter, at)
    yield Token("end", "", len(text))


class Parser:
    """Every rule returns a function from an environment to a value."""

    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def advance(self):
        token = self.token
        self.at += 1
        return token

    def accept(self, text):
        if self.token.text == text and self.token.kind != "end":
            return self.advance()
        return None

    def expect(self, text):
        if not self.accept(text):
            raise CalcError("expected %s, not %s" % (text, self.token.text or "the end"), self.token.place)

    def program(self):
        statements = [self.statement()]
        while self.accept(";"):
            if self.token.kind == "end":
                break
            statements.append(self.statement())
        if self.token.kind != "end":
            raise CalcError("unexpected " + self.token.text, self.token.place)

        def run(scope):
            value = None
            for statement in statements:
                value = statement(scope)
            return value

        return run

    def statement(self):
        if not self.accept("let"):
            return self.expression()
        name = self.name()
        self.expect("=")
        value = self.expression()

        def assign(scope):
            scope[name] = value(scope)
            return scope[name]

        return assign

    def name(self):
        if self.token.kind != "name":
            raise CalcError("expected a name", self.token.place)
        return self.advance().text

    def expression(self, least=0):
        left = self.prefix()
        while self.token.kind == "operator":
            power, side = OPERATORS[self.token.text]
            if power < least:
                break
            operator = self.advance()
            right = self.expression(power + (side == "left"))
            left = binary(operator, left, right)
        return left

    def prefix(self):
        if self.accept("-"):
            operand = self.expression(UNARY_POWER)
            return lambda scope: -operand(scope)
        if self.accept("not"):
            operand = self.expression(UNARY_POWER)
            return lambda scope: not operand(scope)
        if self.accept("if"):
            test = self.expression()
            self.expect("then")
            yes = self.expression()
            self.expect("else")
            no = self.expression()
            return lambda scope: yes(scope) if test(scope) else no(scope)
        if self.accept("fn"):
            return self.function()
        return self.call(self.atom())

    def function(self):
        self.expect("(")
        names = []
        while not self.accept(")"):
            names.append(self.name())
            if not self.accept(","):
                self.expect(")")
                break
        self.expect("=>")
        body = self.expression()

        def make(scope):
            def function(*values):
                if len(values) != len(names):
                    raise CalcError("wants %d values, got %d" % (len(names), len(values)))
                return body(Scope(scope, zip(names, values)))

            return function

        return make

    def atom(self):
        token = self.advance()
        if token.kind == "number":
            try:
                value = float(token.text) if "." in token.text else int(token.text)
            except ValueError:
                raise CalcError("bad number " + token.text, token.place) from None
            return lambda scope: value
        if token.kind == "name":
            return lambda scope: scope[token.text]
        if token.text == "(":
            inside = self.expression()
            self.expect(")")
            return inside
        raise CalcError("unexpected " + (token.text or "end"), token.place)

    def call(self, target):
        while self.accept("("):
            arguments = []
            while not self.accept(")"):
                arguments.append(self.expression())
                if not self.accept(","):
                    self.expect(")")
                    break
            target = (lambda f, a: lambda scope: f(scope)(*[x(scope) for x in a]))(target, arguments)
        return target


def binary(operator, left, right):
    text = operator.text
    if text == "and":
        return lambda scope: left(scope) and right(scope)
    if text == "or":
        return lambda scope: left(scope) or right(scope)
    table = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
        "/": lambda a, b: a / b, "%": lambda a, b: a % b, "^": lambda a, b: a**b,
        "==": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
    }
    combine = table[text]

    def apply(scope):
        try:
            return combine(left(scope), right(scope))
        except ZeroDivisionError:
            raise CalcError("division by zero", operator.place) from None

    return apply


class Scope(dict):
    def __init__(self, outer=None, pairs=()):
        super().__init__(pairs)
        self.outer = outer

    def __missing__(self, name):
        if self.outer is None:
            raise CalcError("unknown name " + name)
        return self.outer[name]


PROGRAMS = [
    "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "7 % 4 + .5", "1 / 4",
    "let x = 5; let y = x * 2; x + y", "if x > 3 then 100 else 200", "not 1 or 2 and 3",
    "let square = fn (v) => v * v; square(square(3))",
    "let fact = fn (n) => if n < 2 then 1 else n * fact(n - 1); fact(25)",
    "let adder = fn (a) => fn (b) => a + b; adder(3)(4)",
    "let compose = fn (f, g) => fn (v) => f(g(v)); compose(square, adder(1))(6)",
    "let fib = fn (n) => if n < 2 then n else fib(n - 1) + fib(n - 2); fib(12)",
    "max(3, 9, 4) + abs(0 - 7)", "1 == 1 and 2 > 1", "let z = 1;",
    "1 +", "(1", "1 2", "let = 5", "unknown + 1", "5 / (x - 5)", "3 $ 4", "square(1, 2)", "1.2.3", "fn (1) => 2", "5(3)",
]


def main():
    print(list(tokens("let a1 = (b == 2.5) => 3")))
    scope = Scope(Scope(None, {"max": max, "abs": abs, "pi": 3.14159}.items()))
    for text in PROGRAMS:
        try:
            value = Parser(text).program()(scope)
            print("%-60s = %s" % (text, "function" if callable(value) else value))
        except CalcError as error:
            print("%-60s ! %s" % (text, error))
        except TypeError as error:
            print("%-60s ! TypeError: %s" % (text, error))
    print(sorted(name for name in scope))


main()
