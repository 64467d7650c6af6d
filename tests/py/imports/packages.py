# Packages, submodules and relative imports.
# needs: compiler.docstrings
import modules.package
print(modules.package.name, modules.package.sibling.value, modules.package.deep.up, modules.package.__doc__)
#> package sibling siblingsibling A package.
from modules.package.other import combined, where
print(combined, where)  #> sibling sibling siblingsibling modules.package
import modules.package.inner.deep as deep
print(deep.v, deep.__name__, deep.__package__)
#> sibling modules.package.inner.deep modules.package.inner
from modules import package
print(package.inner.deep is deep, hasattr(package, "__path__"))  #> True True
