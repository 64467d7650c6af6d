# Text that is no JSON: what is wrong and where.
import json
for text in ("", " ", "[", "[1", "[1,", "[1,]", "[1 2]", "{", "{}x", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{1:2}", '{"a" 1}', '{"a":1 "b":2}', '"abc', '"a\\', '"a\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', "01", "1.", "-", "+1", ".5", "1e", "nul", "True", "[1]]", "'a'", "\n\n  [1,\n 2,\n x]", '"é☃" x', '["é", x]', "\ufeff[]", "[,]", '{"a":}', "[NaN, -Inf]", "1 2", '"\\ud83d\\u12"'):
    try:
        print(repr(json.loads(text)))
    except json.JSONDecodeError as error:
        print(ascii(text), error, (error.lineno, error.colno, error.pos, error.msg))
        #> '' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> ' ' Expecting value: line 1 column 2 (char 1) (1, 2, 1, 'Expecting value')
        #> '[' Expecting value: line 1 column 2 (char 1) (1, 2, 1, 'Expecting value')
        #> '[1' Expecting ',' delimiter: line 1 column 3 (char 2) (1, 3, 2, "Expecting ',' delimiter")
        #> '[1,' Expecting value: line 1 column 4 (char 3) (1, 4, 3, 'Expecting value')
        #> '[1,]' Expecting value: line 1 column 4 (char 3) (1, 4, 3, 'Expecting value')
        #> '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3) (1, 4, 3, "Expecting ',' delimiter")
        #> '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (1, 2, 1, 'Expecting property name enclosed in double quotes')
        #> '{}x' Extra data: line 1 column 3 (char 2) (1, 3, 2, 'Extra data')
        #> '{"a"' Expecting ':' delimiter: line 1 column 5 (char 4) (1, 5, 4, "Expecting ':' delimiter")
        #> '{"a":' Expecting value: line 1 column 6 (char 5) (1, 6, 5, 'Expecting value')
        #> '{"a":1' Expecting ',' delimiter: line 1 column 7 (char 6) (1, 7, 6, "Expecting ',' delimiter")
        #> '{"a":1,' Expecting property name enclosed in double quotes: line 1 column 8 (char 7) (1, 8, 7, 'Expecting property name enclosed in double quotes')
        #> '{"a":1,}' Expecting property name enclosed in double quotes: line 1 column 8 (char 7) (1, 8, 7, 'Expecting property name enclosed in double quotes')
        #> '{a:1}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (1, 2, 1, 'Expecting property name enclosed in double quotes')
        #> '{1:2}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (1, 2, 1, 'Expecting property name enclosed in double quotes')
        #> '{"a" 1}' Expecting ':' delimiter: line 1 column 6 (char 5) (1, 6, 5, "Expecting ':' delimiter")
        #> '{"a":1 "b":2}' Expecting ',' delimiter: line 1 column 8 (char 7) (1, 8, 7, "Expecting ',' delimiter")
        #> '"abc' Unterminated string starting at: line 1 column 1 (char 0) (1, 1, 0, 'Unterminated string starting at')
        #> '"a\\' Unterminated string starting at: line 1 column 1 (char 0) (1, 1, 0, 'Unterminated string starting at')
        #> '"a\\x"' Invalid \escape: line 1 column 3 (char 2) (1, 3, 2, 'Invalid \\escape')
        #> '"\\u12"' Invalid \uXXXX escape: line 1 column 3 (char 2) (1, 3, 2, 'Invalid \\uXXXX escape')
        #> '"\\u12g4"' Invalid \uXXXX escape: line 1 column 3 (char 2) (1, 3, 2, 'Invalid \\uXXXX escape')
        #> '"a\nb"' Invalid control character at: line 1 column 3 (char 2) (1, 3, 2, 'Invalid control character at')
        #> '01' Extra data: line 1 column 2 (char 1) (1, 2, 1, 'Extra data')
        #> '1.' Extra data: line 1 column 2 (char 1) (1, 2, 1, 'Extra data')
        #> '-' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> '+1' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> '.5' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> '1e' Extra data: line 1 column 2 (char 1) (1, 2, 1, 'Extra data')
        #> 'nul' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> 'True' Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> '[1]]' Extra data: line 1 column 4 (char 3) (1, 4, 3, 'Extra data')
        #> "'a'" Expecting value: line 1 column 1 (char 0) (1, 1, 0, 'Expecting value')
        #> '\n\n  [1,\n 2,\n x]' Expecting value: line 5 column 2 (char 13) (5, 2, 13, 'Expecting value')
        #> '"\xe9\u2603" x' Extra data: line 1 column 6 (char 5) (1, 6, 5, 'Extra data')
        #> '["\xe9", x]' Expecting value: line 1 column 7 (char 6) (1, 7, 6, 'Expecting value')
        #> '\ufeff[]' Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0) (1, 1, 0, 'Unexpected UTF-8 BOM (decode using utf-8-sig)')
        #> '[,]' Expecting value: line 1 column 2 (char 1) (1, 2, 1, 'Expecting value')
        #> '{"a":}' Expecting value: line 1 column 6 (char 5) (1, 6, 5, 'Expecting value')
        #> '[NaN, -Inf]' Expecting value: line 1 column 7 (char 6) (1, 7, 6, 'Expecting value')
        #> '1 2' Extra data: line 1 column 3 (char 2) (1, 3, 2, 'Extra data')
        #> '"\\ud83d\\u12"' Invalid \uXXXX escape: line 1 column 9 (char 8) (1, 9, 8, 'Invalid \\uXXXX escape')
for value in (5, None, ["x"]):
    try:
        json.loads(value)
    except TypeError as error:
        print(error)
        #> the JSON object must be str, bytes or bytearray, not int
        #> the JSON object must be str, bytes or bytearray, not NoneType
        #> the JSON object must be str, bytes or bytearray, not list
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__module__, json.decoder.JSONDecodeError is json.JSONDecodeError)
#> True json.decoder True
