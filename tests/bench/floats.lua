local function springs(count, frames)
  local place, speed = {}, {}
  for number = 0, count - 1 do
    place[number] = number + 0.0
    speed[number] = 0.0
  end
  for _ = 1, frames do
    for number = 1, count - 2 do
      local force = (place[number - 1] + place[number + 1]) * 0.5 - place[number]
      speed[number] = (speed[number] + force * 0.1) * 0.999
    end
    place[0] = place[0] + 0.01
    for number = 1, count - 1 do place[number] = place[number] + speed[number] * 0.05 end
  end
  local sum = 0.0
  for number = 0, count - 1 do sum = sum + place[number] end
  return sum
end

local function distances(count)
  local total = 0.0
  for row = 0, count - 1 do
    for column = 0, count - 1 do
      local x, y = row * 0.5 - 3.0, column * 0.25 + 1.0
      total = total + math.sqrt(x * x + y * y)
    end
  end
  return total
end

print(string.format("%.9f %.9f", springs(40, 400), distances(150)))
