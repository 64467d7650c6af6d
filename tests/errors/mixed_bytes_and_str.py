# Bytes and text side by side.
#! line 3: SyntaxError: cannot mix bytes and nonbytes literals
x = b"a" "b"
