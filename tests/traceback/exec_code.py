# Code without a file has no source lines.
exec("def f():\n    raise ValueError('from text')\n")
f()
