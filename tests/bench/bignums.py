"""Numbers beyond one word: a factorial, Fibonacci by doubling, a modular power, 32-bit hashing."""


def factorial(number):
    result = 1
    for factor in range(2, number + 1):
        result *= factor
    return result


def fibonacci(number):
    a, b = 0, 1
    for bit in bin(number)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def fnv(text, rounds):
    value = 2166136261
    for _ in range(rounds):
        for letter in text:
            value = ((value ^ ord(letter)) * 16777619) & 0xFFFFFFFF
    return value


print(factorial(400) % 1000003, fibonacci(5000) % 10**12, pow(3, 10**30, 10**15 + 37), fnv("threadsnake", 1500))
