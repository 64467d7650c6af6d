# Variances, deviations, and how two rows belong together.
from statistics import variance, pvariance, stdev, pstdev, covariance, correlation, linear_regression, StatisticsError
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(variance(data), pvariance(data), stdev(data), pstdev(data))
#> 1.3720238095238095 1.1760204081632653 1.171334200612195 1.084444746477784
print(variance([1, 2, 3, 4]), pvariance([1, 2, 3, 4]), stdev([1, 2, 3, 4]), pstdev([1, 2, 3, 4]), variance([1, 3]), pvariance([5]), pstdev([7]), stdev([2, 2]), variance([1, 2, 3]))
#> 1.6666666666666667 1.25 1.2909944487358056 1.118033988749895 2 0 0.0 0.0 1
print(stdev([0.1, 0.2, 0.4, 0.8]), pstdev([1e10, 1e10 + 1]), stdev([1e-5, 3e-5]), variance([0.1, 1e5, 3]), stdev(range(1000)), pstdev(x * 0.37 for x in range(500)))
#> 0.30956959368344517 0.5 1.4142135623730951e-05 3333230002.903333 288.8194360957494 53.40479309013377
print(variance([1, 2, 3, 4], 2.5), pvariance([1, 2, 3], 2), stdev([3, 5], xbar=4))
#> 1.6666666666666667 0.6666666666666666 1.4142135623730951
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, x), correlation(x, x[::-1]), linear_regression([1, 2, 3], [3, 5, 7]), linear_regression([1, 2], [2, 4]).slope)
#> 0.75 1.0 -1.0 LinearRegression(slope=2.0, intercept=1.0) 2.0
for call in (lambda: variance([1]), lambda: stdev([]), lambda: pvariance([]), lambda: pstdev([]), lambda: correlation([1, 2], [1]), lambda: correlation([1, 1], [2, 3]), lambda: covariance([1], [1]), lambda: linear_regression([1, 1], [1, 2])):
    try:
        print(call())
    except StatisticsError as error:
        print(error)
        #> variance requires at least two data points
        #> stdev requires at least two data points
        #> pvariance requires at least one data point
        #> pstdev requires at least one data point
        #> correlation requires that both inputs have same number of data points
        #> at least one of the inputs is constant
        #> covariance requires at least two data points
        #> x is constant
