# Only single targets can be annotated.
#! line 3: SyntaxError: only single target (not tuple) can be annotated
a, b: int
