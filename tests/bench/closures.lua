local function counter(step)
  local total = 0
  return function(times)
    total = total + step * (times or 1)
    return total
  end
end

local function compose(...)
  local functions = { ... }
  return function(value)
    for _, call in ipairs(functions) do value = call(value) end
    return value
  end
end

local function work(rounds)
  local counters = {}
  for step = 0, 9 do counters[step] = counter(step) end
  local chain = compose(
    function(x) return x + 1 end,
    function(x) return x * 3 end,
    function(x, limit) return x % (limit or 1009) end
  )
  local value = 7
  for turn = 0, rounds - 1 do
    value = chain(value)
    counters[value % 10](turn % 3)
  end
  local totals = {}
  for step = 0, 9 do totals[#totals + 1] = counters[step](0) end
  return value, table.concat(totals, ", ")
end

print(work(12000))
