# Constants, capwords, Template.
import string
from string import Template
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, string.printable == string.digits + string.ascii_letters + string.punctuation + string.whitespace)
#> abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c' 100 True True
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))  #> Hello Big World A-B-C
t = Template("$who likes ${what}, $$5 and $who_2x ${n}s")
print(t.safe_substitute(who="tim", n=3), t.safe_substitute(), t.template)
#> tim likes ${what}, $5 and $who_2x 3s $who likes ${what}, $5 and $who_2x ${n}s $who likes ${what}, $$5 and $who_2x ${n}s
print(Template("$a$b ${a}b").substitute({"a": 1, "b": 2}), Template("$a").substitute({"a": 1}, a=2), Template("none").substitute(), t.get_identifiers(), t.is_valid(), Template("$").is_valid())
#> 12 1b 2 none ['who', 'what', 'who_2x', 'n'] True False
for text in ("$", "a $ b", "line\n ${}", "$5", "${a", "x$y$", "ok $$ then $!"):
    try:
        print(Template(text).substitute(y=1))
    except ValueError as error:
        print(error)
    print(Template(text).safe_substitute(y=1))
    #> Invalid placeholder in string: line 1, col 1
    #> $
    #> Invalid placeholder in string: line 1, col 3
    #> a $ b
    #> Invalid placeholder in string: line 2, col 2
    #> line
    #>  ${}
    #> Invalid placeholder in string: line 1, col 1
    #> $5
    #> Invalid placeholder in string: line 1, col 1
    #> ${a
    #> Invalid placeholder in string: line 1, col 4
    #> x1$
    #> Invalid placeholder in string: line 1, col 12
    #> ok $ then $!
try:
    t.substitute(who="x")
except KeyError as error:
    print("KeyError", error)  #> KeyError 'what'
class Percent(Template): delimiter = "%"
print(Percent("%a and $a %%").substitute(a=1))  #> 1 and $a %
