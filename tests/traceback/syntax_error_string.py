# An unterminated string.
name = "unfinished
