# Sums keep IEEE rounding order.
total = 0.0
for i in range(10):
    total += 0.1
print(total, sum([0.1] * 10), total == 1.0)  #> 0.9999999999999999 0.9999999999999999 False
x = 1.0
for _ in range(60):
    x /= 2
print(x, 1.0 + x == 1.0)  #> 8.673617379884035e-19 True
values = [1e16, 1.0, -1e16]
print(sum(values), sum(reversed(values)))  #> 0.0 0.0
