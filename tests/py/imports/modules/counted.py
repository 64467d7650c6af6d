runs = 0
runs += 1
