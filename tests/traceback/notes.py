# Notes follow the message.
error = ValueError("base")
error.add_note("first note")
error.add_note("second note")
raise error
