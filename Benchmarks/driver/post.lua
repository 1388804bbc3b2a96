-- SPDX-FileCopyrightText: The Rondom contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- For wrk: posts a message with each request, to the conversations in a file in turn, each form with a number of its
-- own. Lines of the file: cookie, form token, then one path a line.

local paths, token, headers = {}, nil, nil
local turn = 0

local function encoded(text)
   return (text:gsub("[^%w%-%._~]", function(sign) return string.format("%%%02X", sign:byte()) end))
end

function init(arguments)
   local lines = {}
   for line in io.lines(arguments[1]) do lines[#lines + 1] = line end
   token = encoded(lines[2])
   headers = { ["Cookie"] = lines[1], ["Content-Type"] = "application/x-www-form-urlencoded" }
   for place = 3, #lines do paths[#paths + 1] = lines[place] end
   math.randomseed(os.time() * 1000 + os.clock() * 1000000 % 1000)
end

-- A UUID of version 7, as the page would hold it.
local function form()
   local now = os.time() * 1000 + turn % 1000
   local high, low = math.floor(now / 65536), now % 65536
   return string.format("%08x-%04x-7%03x-%04x-%06x%06x", high % 4294967296, low, math.random(0, 4095),
      math.random(32768, 49151), math.random(0, 16777215), math.random(0, 16777215))
end

function request()
   turn = turn + 1
   local text = string.format("Bericht %d: vandaag ging het een stukje beter, ik vertel er morgen meer over.", turn)
   local body = "token=" .. token .. "&form=" .. form() .. "&message=" .. encoded(text)
   return wrk.format("POST", paths[turn % #paths + 1] .. "/messages", headers, body)
end
