# Functions defined 19 deep, each capturing the outermost variable.
def f0(a0):
    def f1(a1):
        def f2(a2):
            def f3(a3):
                def f4(a4):
                    def f5(a5):
                        def f6(a6):
                            def f7(a7):
                                def f8(a8):
                                    def f9(a9):
                                        def f10(a10):
                                            def f11(a11):
                                                def f12(a12):
                                                    def f13(a13):
                                                        def f14(a14):
                                                            def f15(a15):
                                                                def f16(a16):
                                                                    def f17(a17):
                                                                        def f18(a18):
                                                                            return a0 + a9 + a18
                                                                        return f18
                                                                    return f17
                                                                return f16
                                                            return f15
                                                        return f14
                                                    return f13
                                                return f12
                                            return f11
                                        return f10
                                    return f9
                                return f8
                            return f7
                        return f6
                    return f5
                return f4
            return f3
        return f2
    return f1
f = f0(1)
for i in range(17): f = f(i)
print(f(100))  #> 109
