# Bytes are ASCII.
#! line 3: SyntaxError: bytes can only contain ASCII literal characters
x = b"é"
