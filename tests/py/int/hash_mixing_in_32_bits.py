# The 32-bit hashes and generators that games use: intermediate values pass 31 bits all the time.
def fnv(text):
    h = 0x811C9DC5
    for char in text:
        h = ((h ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return h
def xorshift(x):
    x ^= (x << 13) & 0xFFFFFFFF
    x ^= x >> 17
    x ^= (x << 5) & 0xFFFFFFFF
    return x
print(fnv(""), fnv("a"), fnv("the quick brown fox"))  #> 2166136261 3826002220 865043906
x = 2463534242
for _ in range(5):
    x = xorshift(x)
    print(x)
    #> 723471715
    #> 2497366906
    #> 2064144800
    #> 2008045182
    #> 3532304609
seed = 1
for _ in range(5):
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
print(seed)  #> 14673421054488193520
