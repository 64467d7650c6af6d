# Tabs and spaces that cannot be compared.
#! line 5: TabError: inconsistent use of tabs and spaces in indentation
if True:
        x = 1
	y = 2
