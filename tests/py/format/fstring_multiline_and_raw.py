# Triple-quoted and raw f-strings, and implicit concatenation over lines.
n = 3
print(f"""a {n}
b {n + 1}""")
#> a 3
#> b 4
print(rf"\d{n}\n", fr"{n}\\", f"tab\t{n}\x41\u00e9")  #> \d3\n 3\\ tab	3Aé
print(f"{n}"
      f"-{n * 2}"
      "-{n}")  #> 3-6-{n}
print(f"{'x':*^{n * 3}}", f"{f'{n}' * 2}", f"{n:{'0'}{4}}")  #> ****x**** 33 0003
