# A nested exception class shows its qualified name.
class Engine:
    class Stalled(Exception):
        pass


raise Engine.Stalled("cold")
