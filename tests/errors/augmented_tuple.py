# Augmented assignment takes one target.
#! line 3: SyntaxError: 'tuple' is an illegal expression for augmented assignment
(a, b) += 1
