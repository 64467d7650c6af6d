# Trigonometric functions, to twelve digits.
import math
for f in (math.sin, math.cos, math.tan, math.atan, math.sinh, math.cosh, math.tanh, math.asinh):
    print(f.__name__, ["%.12g" % f(x) for x in (0.0, 0.5, 1.0, -2.0)])
    #> sin ['0', '0.479425538604', '0.841470984808', '-0.909297426826']
    #> cos ['1', '0.87758256189', '0.540302305868', '-0.416146836547']
    #> tan ['0', '0.546302489844', '1.55740772465', '2.18503986326']
    #> atan ['0', '0.463647609001', '0.785398163397', '-1.10714871779']
    #> sinh ['0', '0.521095305494', '1.17520119364', '-3.62686040785']
    #> cosh ['1', '1.12762596521', '1.54308063482', '3.76219569108']
    #> tanh ['0', '0.46211715726', '0.761594155956', '-0.964027580076']
    #> asinh ['0', '0.48121182506', '0.88137358702', '-1.44363547518']
print(["%.12g" % v for v in (math.asin(0.5), math.acos(0.5), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.acosh(2), math.atanh(0.5))], math.pi, math.e, math.tau, math.inf, math.nan)
#> ['0.523598775598', '1.0471975512', '2.35619449019', '180', '3.14159265359', '1.31695789692', '0.549306144334'] 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
try:
    math.asin(2)
except ValueError as error:
    print(error)  #> math domain error
