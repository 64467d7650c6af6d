# Names may use letters of any script.
größe = 5
変数 = größe * 2
def пример(аргумент): return аргумент + 1
class Café:
    été = "summer"
print(größe, 変数, пример(変数), Café.été, Café.__name__)  #> 5 10 11 summer Café
