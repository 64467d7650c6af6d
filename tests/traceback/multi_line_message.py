# A message with several lines.
raise ValueError("first\nsecond")
