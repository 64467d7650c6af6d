# The last line names the class and its text.
class Custom(Exception):
    def __str__(self):
        return "custom text"
raise Custom(1)  #! Custom: custom text
