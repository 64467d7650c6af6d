"A package."
from . import sibling
from .inner import deep
name = "package"
