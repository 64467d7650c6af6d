# A misspelt name.
counter = 1
print(countr)
