local function count_words(rounds)
  local words = {}
  for word in ("the sword of the king and the shield of the queen in the tower"):gmatch("%a+") do
    words[#words + 1] = word
  end
  local counts = {}
  for turn = 0, rounds - 1 do
    for _, word in ipairs(words) do
      local key = turn % 3 ~= 0 and word or word .. "s"
      counts[key] = (counts[key] or 0) + 1
    end
  end
  local keys = {}
  for key in pairs(counts) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys[4], counts[keys[4]]
end

local function inventory(size)
  local slots = {}
  for number = 0, size - 1 do
    slots[number * 7919 % size] = { kind = number % 5, count = number, used = false }
  end
  for number = 0, size - 1, 3 do slots[number] = nil end
  local total, len = 0, 0
  for key, slot in pairs(slots) do
    len = len + 1
    if slot.kind == 2 then
      slot.used = true
      total = total + key + slot.count
    end
  end
  return total, len
end

print(count_words(1200))
print(inventory(6000))
