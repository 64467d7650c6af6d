# repr chooses quotes and escapes what cannot be printed.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "line\n", "\r", "\\", "\x00\x1f\x7f", "é", "日本",
          "\x80\xa0\xad", "\u2028", "\U0001F600", ""):
    print(repr(s))
    #> 'plain'
    #> "it's"
    #> 'say "hi"'
    #> 'both \' and "'
    #> 'tab\t'
    #> 'line\n'
    #> '\r'
    #> '\\'
    #> '\x00\x1f\x7f'
    #> 'é'
    #> '日本'
    #> '\x80\xa0\xad'
    #> '\u2028'
    #> '😀'
    #> ''
print(ascii("é日\U0001F600"), ascii("it's\n"))  #> '\xe9\u65e5\U0001f600' "it's\n"
