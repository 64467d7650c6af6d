# Failing imports.
import sys
def try_import(text):
    try:
        exec(text)
    except (ImportError, ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(" (")[0])
try_import("import nowhere")  #> ModuleNotFoundError No module named 'nowhere'
try_import("import modules.nowhere")  #> ModuleNotFoundError No module named 'modules.nowhere'
try_import("import modules.simple.deeper")
#> simple is running as modules.simple
#> ModuleNotFoundError No module named 'modules.simple.deeper'; 'modules.simple' is not a package
try_import("from modules.star import missing")
#> ImportError cannot import name 'missing' from 'modules.star'
try_import("from modules import missing")
#> ImportError cannot import name 'missing' from 'modules'
try_import("import modules.broken")  #> ValueError broken module
try_import("import modules.broken")  #> ValueError broken module
print("modules.broken" in sys.modules)  #> False
try_import("import modules.wrong_syntax")  #> SyntaxError invalid syntax
try:
    import nowhere.at_all
except ModuleNotFoundError as error:
    print(error.name)  #> nowhere
