# Format specifications of strings.
for spec in ("", "s", "6", "<6", ">6", "^6", "*^7", ".2", "6.2", "_<6.1s", "é>5", "06"):
    print("[" + format("abc", spec) + "]")
    #> [abc]
    #> [abc]
    #> [abc   ]
    #> [abc   ]
    #> [   abc]
    #> [ abc  ]
    #> [**abc**]
    #> [ab]
    #> [ab    ]
    #> [a_____]
    #> [ééabc]
    #> [abc000]
for spec in ("d", "+s", "=6", ",", "#", "x"):
    try:
        format("abc", spec)
    except ValueError as error:
        print(error)
        #> Unknown format code 'd' for object of type 'str'
        #> Sign not allowed in string format specifier
        #> '=' alignment not allowed in string format specifier
        #> Cannot specify ',' with 's'.
        #> Alternate form (#) not allowed in string format specifier
        #> Unknown format code 'x' for object of type 'str'
