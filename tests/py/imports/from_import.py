# from-imports bind names; later changes of the module do not follow.
from modules.counted import runs
from modules.counted import runs as r2
import modules.counted as c
c.runs = 99
print(runs, r2, c.runs)  #> 1 1 99
def local():
    from modules.counted import runs
    return runs
print(local())  #> 99
