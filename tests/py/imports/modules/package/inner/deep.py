from .. import sibling
from ..sibling import value as v
up = sibling.value + v
