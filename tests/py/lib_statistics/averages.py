# Means, medians and modes.
from statistics import mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, quantiles, StatisticsError
print(mean([1, 2, 3]), mean([1, 2]), mean([1.5, 2.5, 4]), mean([0.1] * 3), mean([1e30, 1, -1e30]), mean(iter([2, 4])), mean([True, False]), mean([10**20, 1]), mean([-1, 1.0]), mean([0.1, 0.2, 0.3, 1e-300]))
#> 2 1.5 2.6666666666666665 0.1 0.3333333333333333 3 0.5 5e+19 0.0 0.15
print(fmean([1, 2, 4]), fmean([3.5, 4.0, 5.25]), fmean([1, 2, 3], [1, 0, 1]), round(geometric_mean([54, 24, 36]), 9), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([5]), harmonic_mean([0, 1]), harmonic_mean([2.5, 3, 10]))
#> 2.3333333333333335 4.25 2.0 36.0 48.0 56.0 5 0 3.6
print(median([3, 1, 2]), median([1, 2, 3, 4]), median([5.5]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), median_grouped([1, 3, 3, 5, 7], interval=2), median("abc"))
#> 2 2.5 5.5 2 3 3.7 3.5 b
print(mode([1, 2, 2, 3]), mode("red blue red".split()), multimode("aabbc"), multimode([]), mode([3, 1, 1, 3]))
#> 2 red ['a', 'b'] [] 3
print(quantiles([1, 2, 3, 4, 5]), quantiles(range(10), n=10), quantiles([1, 2.5, 4], method="inclusive"), quantiles([5, 1, 3], n=2), quantiles(range(100), n=5, method="inclusive"))
#> [1.5, 3.0, 4.5] [0.1, 1.2, 2.3, 3.4, 4.5, 5.6, 6.7, 7.8, 8.9] [1.75, 2.5, 3.25] [3.0] [19.8, 39.6, 59.4, 79.2]
print(mean([float("inf"), 1]), mean([float("nan"), 1]), mean([1.0, 2.0]))  #> inf nan 1.5
for call in (lambda: mean([]), lambda: fmean([]), lambda: median([]), lambda: mode([]), lambda: quantiles([1]), lambda: quantiles([1, 2], n=0), lambda: geometric_mean([]), lambda: geometric_mean([0]), lambda: harmonic_mean([-1]), lambda: harmonic_mean([]), lambda: mean(["a"]), lambda: fmean([1], [1, 2])):
    try:
        print(call())
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
        #> StatisticsError mean requires at least one data point
        #> StatisticsError fmean requires at least one data point
        #> StatisticsError no median for empty data
        #> StatisticsError no mode for empty data
        #> StatisticsError must have at least two data points
        #> StatisticsError n must be at least 1
        #> StatisticsError geometric mean requires a non-empty dataset containing positive numbers
        #> StatisticsError geometric mean requires a non-empty dataset containing positive numbers
        #> StatisticsError harmonic mean does not support negative values
        #> StatisticsError harmonic_mean requires at least one data point
        #> TypeError can't convert type 'str' to numerator/denominator
        #> StatisticsError data and weights must be the same length
