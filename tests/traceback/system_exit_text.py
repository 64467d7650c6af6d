# exit with a text prints the text and no traceback.
import sys


def leave():
    sys.exit("leaving now")


leave()
