# Loops, tries, withs and ifs, nested.
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): log.append('x')
log = []
for i0 in range(1):
    try:
        with M() as m2:
            if True:
                while True:
                    for i5 in range(1):
                        try:
                            with M() as m7:
                                if True:
                                    while True:
                                        for i10 in range(1):
                                            try:
                                                with M() as m12:
                                                    if True:
                                                        while True:
                                                            log.append('body')
                                                            break
                                            finally: log.append('f')
                                        else: log.append('e')
                                        break
                        finally: log.append('f')
                    else: log.append('e')
                    break
    finally: log.append('f')
else: log.append('e')
print(log)  #> ['body', 'x', 'f', 'e', 'x', 'f', 'e', 'x', 'f', 'e']
