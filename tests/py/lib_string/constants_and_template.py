# Constants, capwords, Template.
import string
from string import Template
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, string.printable == string.digits + string.ascii_letters + string.punctuation + string.whitespace)
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("$who likes ${what}, $$5 and $who_2x ${n}s")
print(t.safe_substitute(who="tim", n=3), t.safe_substitute(), t.template)
print(Template("$a$b ${a}b").substitute({"a": 1, "b": 2}), Template("$a").substitute({"a": 1}, a=2), Template("none").substitute(), t.get_identifiers(), t.is_valid(), Template("$").is_valid())
for text in ("$", "a $ b", "line\n ${}", "$5", "${a", "x$y$", "ok $$ then $!"):
    try:
        print(Template(text).substitute(y=1))
    except ValueError as error:
        print(error)
    print(Template(text).safe_substitute(y=1))
try:
    t.substitute(who="x")
except KeyError as error:
    print("KeyError", error)
class Percent(Template): delimiter = "%"
print(Percent("%a and $a %%").substitute(a=1))
