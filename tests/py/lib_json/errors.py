# Text that is no JSON: what is wrong and where.
import json
for text in ("", " ", "[", "[1", "[1,", "[1,]", "[1 2]", "{", "{}x", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{1:2}", '{"a" 1}', '{"a":1 "b":2}', '"abc', '"a\\', '"a\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', "01", "1.", "-", "+1", ".5", "1e", "nul", "True", "[1]]", "'a'", "\n\n  [1,\n 2,\n x]", '"é☃" x', '["é", x]', "\ufeff[]", "[,]", '{"a":}', "[NaN, -Inf]", "1 2", '"\\ud83d\\u12"'):
    try:
        print(repr(json.loads(text)))
    except json.JSONDecodeError as error:
        print(ascii(text), error, (error.lineno, error.colno, error.pos, error.msg))
for value in (5, None, ["x"]):
    try:
        json.loads(value)
    except TypeError as error:
        print(error)
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__module__, json.decoder.JSONDecodeError is json.JSONDecodeError)
