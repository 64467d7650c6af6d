# sys.stdout.write and print share one stream.
import sys
print("a")  #> a
n = sys.stdout.write("b\n")  #> b
print(n)  #> 2
sys.stdout.flush()
