local function tak(x, y, z)
  if y >= x then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local function paths(width, height)
  if width == 0 or height == 0 then return 1 end
  return paths(width - 1, height) + paths(width, height - 1)
end

print(tak(14, 9, 4), paths(9, 8))
