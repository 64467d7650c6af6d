# A literal is no target of augmented assignment.
#! line 3: SyntaxError: 'literal' is an illegal expression for augmented assignment
5 += 1
