# Tabs, form feeds, blank lines and odd but consistent indentation.
def f(x):
	if x:
		return "tab"

	return "none"
def g(x):
  if x:
          return 1

          # a comment

  # another, at an outer level
  return 2
if True:
   print(f(1), f(0))  #> tab none

   print(g(1), g(0))  #> 1 2
