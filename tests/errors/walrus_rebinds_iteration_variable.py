# := may not rebind the loop variable of its comprehension.
#! line 3: SyntaxError: assignment expression cannot rebind comprehension iteration variable 'i'
[i := 0 for i in range(5)]
