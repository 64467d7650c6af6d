# No text, no colon.
raise ValueError  #! ValueError
