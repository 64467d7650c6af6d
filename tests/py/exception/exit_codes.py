# SystemExit passes `except Exception` and ends the program with its code.
import sys
try:
    sys.exit("text")
except SystemExit as error:
    print(repr(error.code))  #> 'text'
try:
    sys.exit()
except SystemExit as error:
    print(error.code)  #> None
try:
    exit_now = sys.exit
    exit_now(5)
except Exception:
    print("not here")
except BaseException as error:
    print(error.code)  #> 5
try:
    sys.exit(3)  #! exit: 3
finally:
    print("cleanup")  #> cleanup
