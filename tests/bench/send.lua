-- Sends the prepared requests of a file, each after its length in eight digits; from the start again when all are sent.
local file

function init(args)
  file = io.open(args[1], "rb")
end

function request()
  local length = file:read(8)
  if not length then
    file:seek("set", 0)
    length = file:read(8)
  end
  return file:read(tonumber(length))
end

function done(summary, latency, _)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), errors.status, broken))
end
