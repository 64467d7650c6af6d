local Actor = {}
Actor.__index = Actor

function Actor.new(class, name, x, speed)
  return setmetatable({ name = name, x = x, speed = speed, health = 100 }, class)
end

function Actor:step()
  self.x = self.x + self.speed
  if self.x > 500 or self.x < 0 then self:turn() end
end

function Actor:turn()
  self.speed = -self.speed
  self:hurt(1)
end

function Actor:hurt(amount) self.health = self.health - amount end

local Armoured = setmetatable({}, { __index = Actor })
Armoured.__index = Armoured

function Armoured:hurt(amount)
  if self.armour > 0 then self.armour = self.armour - amount else Actor.hurt(self, amount) end
end

local function play(frames)
  local actors = {}
  for n = 0, 29 do actors[#actors + 1] = Actor.new(Actor, "a" .. n, n * 7, n % 5 + 1) end
  for n = 0, 29 do
    local one = Actor.new(Armoured, "b" .. n, n * 9, n % 7 + 1)
    one.armour = n % 4
    actors[#actors + 1] = one
  end
  for _ = 1, frames do
    for _, actor in ipairs(actors) do actor:step() end
  end
  local sum = 0
  for _, actor in ipairs(actors) do sum = sum + actor.x * 3 + actor.health end
  return sum
end

print(play(1000))
