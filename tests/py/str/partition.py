# partition and rpartition.
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="))
#> ('k', '=', 'v=w') ('k=v', '=', 'w') ('none', '', '') ('', '', 'none')
try:
    "a".partition("")
except ValueError as error:
    print(error)  #> empty separator
