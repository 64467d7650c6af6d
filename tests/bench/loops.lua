local function longest_chain(limit)
  local best, start = 0, 1
  while start < limit do
    local steps, number = 0, start
    while number ~= 1 do
      if number % 2 ~= 0 then number = 3 * number + 1 else number = number // 2 end
      steps = steps + 1
    end
    if steps > best then best = steps end
    start = start + 1
  end
  return best
end

local function lattice(size)
  local total = 0
  for row = 0, size - 1 do
    for column = 0, row - 1 do
      if (row ~ column) & 3 == 1 then total = total + row * column end
    end
  end
  return total
end

print(longest_chain(1500), lattice(400))
