# Breaking paragraphs into lines.
import textwrap
from textwrap import wrap, fill, shorten, TextWrapper
text = "The quick brown fox jumps over the lazy dog. It's a well-known pangram -- isn't it? See www.example-site.com/some-very-long-path-name and 2-3 or x--y, e.g. --option."
for width in (10, 17, 30, 50, 200):
    print(wrap(text, width))
    #> ['The quick', 'brown fox', 'jumps over', 'the lazy', "dog. It's", 'a well-', 'known', 'pangram --', "isn't it?", 'See www.ex', 'ample-site', '.com/some-', 'very-long-', 'path-name', 'and 2-3 or', 'x--y, e.g.', '--option.']
    #> ['The quick brown', 'fox jumps over', 'the lazy dog.', "It's a well-known", "pangram -- isn't", 'it? See', 'www.example-', 'site.com/some-', 'very-long-path-', 'name and 2-3 or x', '--y, e.g.', '--option.']
    #> ['The quick brown fox jumps over', "the lazy dog. It's a well-", "known pangram -- isn't it? See", 'www.example-site.com/some-', 'very-long-path-name and 2-3 or', 'x--y, e.g. --option.']
    #> ["The quick brown fox jumps over the lazy dog. It's", "a well-known pangram -- isn't it? See www.example-", 'site.com/some-very-long-path-name and 2-3 or x--y,', 'e.g. --option.']
    #> ["The quick brown fox jumps over the lazy dog. It's a well-known pangram -- isn't it? See www.example-site.com/some-very-long-path-name and 2-3 or x--y, e.g. --option."]
print(fill(text, 40, initial_indent="* ", subsequent_indent="  "))
#> * The quick brown fox jumps over the
#>   lazy dog. It's a well-known pangram --
#>   isn't it? See www.example-
#>   site.com/some-very-long-path-name and
#>   2-3 or x--y, e.g. --option.
print(wrap("averyveryverylongwordindeed short", 8), wrap("averyveryverylongwordindeed short", 8, break_long_words=False), wrap("well-known-thing here", 7, break_on_hyphens=False), wrap("well-known-thing here", 7))
#> ['averyver', 'yverylon', 'gwordind', 'eed', 'short'] ['averyveryverylongwordindeed', 'short'] ['well-kn', 'own-thi', 'ng here'] ['well-', 'known-', 'thing', 'here']
print(wrap(""), wrap("   "), wrap(" leading and  double   spaces ", 12), wrap(" leading and  double ", 12, drop_whitespace=False))
#> [] [] [' leading and', 'double', 'spaces'] [' leading and', '  double ']
print(wrap("tab\there and\nnewline\x0bvt", 20), wrap("a\tb", 20, expand_tabs=False), wrap("a\nb c", 3, replace_whitespace=False), wrap("a\tb", 20, tabsize=4))
#> ['tab     here and', 'newline vt'] ['a b'] ['a\nb', 'c'] ['a   b']
print(wrap("Ends here. Next one! \"Quoted.\" Dr. No.", 60, fix_sentence_endings=True))
#> ['Ends here.  Next one!  "Quoted."  Dr.  No.']
print(shorten("Hello  world, how are you?", 16), shorten("Hello world", 11), shorten("Hello  world!", 11), shorten("Hello world", 8, placeholder="..."), shorten("Helloworldlong", 7, placeholder=".."))
#> Hello [...] Hello world Hello [...] Hello... ..
print(wrap(text, 30, max_lines=2), wrap(text, 30, max_lines=2, placeholder="~"), wrap("short", 30, max_lines=1), wrap("a b c d e f", 5, max_lines=2, placeholder=""))
#> ['The quick brown fox jumps over', "the lazy dog. It's a [...]"] ['The quick brown fox jumps over', "the lazy dog. It's a well-~"] ['short'] ['a b c', 'd e f']
w = TextWrapper(width=12, subsequent_indent="> "); print(w.wrap("one two three four five six"), w.fill("a b"), w.width)
#> ['one two', '> three four', '> five six'] a b 12
print(wrap("foo--bar baz---qux -- end a-b ab-cd abc-de 1-2 x-1-y", 4), wrap("this-is-a-useful-feature for_reformatting posts-from-tim", 12), wrap("pre--post--last", 6), wrap("-- -x --long-option=value yes-no-maybe", 9))
#> ['foo', '--', 'bar', 'baz', '---', 'qux', '--', 'end', 'a-b', 'ab-', 'cd', 'abc-', 'de', '1-2 ', 'x-1-', 'y'] ['this-is-a-', 'useful-', 'feature for_', 'reformatting', 'posts-from-', 'tim'] ['pre--', 'post--', 'last'] ['-- -x', '--long-op', 'tion=valu', 'e yes-no-', 'maybe']
for call in (lambda: wrap("x", 0), lambda: wrap("abc def", 3, max_lines=1, placeholder="....."),):
    try:
        call()
    except ValueError as error:
        print(error)
        #> invalid width 0 (must be > 0)
        #> placeholder too large for max width
