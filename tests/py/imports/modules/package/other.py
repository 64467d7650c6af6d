from . import sibling as s
from .sibling import value
from .inner.deep import up
combined = s.value + " " + value + " " + up
where = __package__
