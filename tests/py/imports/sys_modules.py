# sys.modules may be inspected and changed.
import sys
sys.modules["invented"] = "anything"
import invented
print(invented, "math" in sys.modules or "not yet")  #> anything not yet
class Fake:
    attribute = 5
sys.modules["fake"] = Fake
from fake import attribute
print(attribute)  #> 5
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(error)  #> import of blocked halted; None in sys.modules
