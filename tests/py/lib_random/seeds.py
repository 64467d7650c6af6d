# Seeds that are no ints.
import random
for seed in ("hello", "", "ünï", b"bytes", bytearray(b"ba"), 3.5, -0.1, 1e300, 0.0, True, "a" * 300):
    print(random.Random(seed).random())
    #> 0.3537754404730722
    #> 0.9602256525641875
    #> 0.5478195217262046
    #> 0.37075677971469856
    #> 0.6102644558390378
    #> 0.3039190124834461
    #> 0.9101117294798381
    #> 0.2614143642581235
    #> 0.8444218515250481
    #> 0.13436424411240122
    #> 0.07265405879153808
r = random.Random(1); r.seed("old", version=1); print(r.random()); r.seed(5); print(r.random(), random.Random(5).random())
#> 0.37967105161626424
#> 0.6229016948897019 0.6229016948897019
for bad in ([], (1, 2), object()):
    try:
        random.Random(bad)
    except TypeError as error:
        print(error)
        #> The only supported seed types are: None,
        #> int, float, str, bytes, and bytearray.
        #> The only supported seed types are: None,
        #> int, float, str, bytes, and bytearray.
        #> The only supported seed types are: None,
        #> int, float, str, bytes, and bytearray.
print(random.Random().random() != random.Random().random(), 0 <= random.random() < 1)  #> True True
