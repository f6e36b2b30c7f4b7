namespace Legator.Backends.Queues;

/// <summary>The queue's steps, each atomic on the server and each for many runs at once.</summary>
/// <remarks>
/// Keys, all with one prefix:
/// <c>runs</c> (hash: run to state), <c>later</c> (sorted set of delayed runs by due time in ms), <c>dead</c> (stream of dead letters),
/// <c>ring:P</c> and <c>inring:P</c> (namespaces that may have waiting entries of priority P, in turn),
/// <c>s:P:NAMESPACE</c> (the streams), <c>streams</c> (set of their keys), <c>returned</c> (entries to be claimed again, first).
/// The state of a run is <c>w|P|stream|id</c> (waiting), <c>c|token|stream|id|losses</c> (claimed), <c>r|P|stream|id|losses</c> (returned) or <c>d|P|trace|losses</c> (delayed).
/// </remarks>
internal static class RedisQueueScripts
{
    private const string Shared = """
        local prefix = KEYS[1]
        local runs, streams, later, returned = prefix .. 'runs', prefix .. 'streams', prefix .. 'later', prefix .. 'returned'
        local call, pcall, find, sub = redis.call, redis.pcall, string.find, string.sub
        local function parse(text)
            if not text then return nil end
            local kind, mark, stream, id, losses = string.match(text, '^(.)|([^|]*)|([^|]*)|([^|]*)|?(%d*)$')
            return { kind = kind, mark = mark, stream = stream, id = id, losses = losses == '' and '0' or losses }
        end
        local function state(run) return parse(call('HGET', runs, run)) end
        local function clock()
            local t = call('TIME')
            return t[1] * 1000 + math.floor(t[2] / 1000)
        end
        local function drop(stream, id)
            pcall('XACK', stream, 'runners', id)
            call('XDEL', stream, id)
        end
        local ready = {}
        local function add(run, priority, trace, losses)
            local space = sub(run, 1, (find(run, '/', 1, true) or #run + 1) - 1)
            local stream = prefix .. 's:' .. priority .. ':' .. space
            if not ready[stream] then
                ready[stream] = true
                if call('SADD', prefix .. 'inring:' .. priority, space) == 1 then call('RPUSH', prefix .. 'ring:' .. priority, space) end
                if call('EXISTS', stream) == 0 then
                    pcall('XGROUP', 'CREATE', stream, 'runners', '0', 'MKSTREAM')
                    call('SADD', streams, stream)
                end
            end
            local id
            if trace == '' and losses == '0' then
                id = call('XADD', stream, '*', 'run', run, 'priority', priority)
            else
                id = call('XADD', stream, '*', 'run', run, 'priority', priority, 'trace', trace, 'losses', losses)
            end
            return 'w|' .. priority .. '|' .. stream .. '|' .. id
        end
        local function fields(list)
            local map = {}
            for i = 1, #list, 2 do map[list[i]] = list[i + 1] end
            return map
        end
        local function bury(run, reason)
            call('XADD', prefix .. 'dead', 'MAXLEN', '~', '1000', '*', 'run', run, 'reason', reason)
        end
        local function news(text) call('PUBLISH', prefix .. 'news', text) end

        """;

    /// <summary>ARGV: run, priority, trace, delay in ms; for each entry.</summary>
    public const string Enqueue = Shared + """
        local names, changed, seen = {}, {}, {}
        for i = 1, #ARGV, 4 do names[#names + 1] = ARGV[i] end
        local present = call('HMGET', runs, unpack(names))
        local now
        for n = 1, #names do
            local at = (n - 1) * 4
            local run, priority, trace, delay = names[n], ARGV[at + 2], ARGV[at + 3], tonumber(ARGV[at + 4])
            local known = seen[run] or present[n]
            local entered
            if not known and delay > 0 then
                now = now or clock()
                call('ZADD', later, now + delay, run)
                entered = 'd|' .. priority .. '|' .. trace .. '|0'
            elseif not known then
                entered = add(run, priority, trace, '0')
            elseif string.sub(known, 1, 1) == 'w' then
                local old = parse(known)
                if tonumber(old.mark) < tonumber(priority) then
                    drop(old.stream, old.id)
                    entered = add(run, priority, trace, '0')
                end
            end
            if entered then
                seen[run] = entered
                changed[#changed + 1] = run
                changed[#changed + 1] = entered
            end
        end
        if #changed > 0 then
            call('HSET', runs, unpack(changed))
            news('new')
        end
        return #changed / 2
        """;

    /// <summary>ARGV: consumer, token, how many. Answers the ms until the next delayed entry may be claimed, -1 for none; then run, priority, trace, stream, id, losses, waited ms; for each entry. The token of the n-th is the token, a point and n.</summary>
    public const string Dequeue = Shared + """
        local consumer, token, want = ARGV[1], ARGV[2], tonumber(ARGV[3])
        local now = clock()
        local due = call('ZRANGEBYSCORE', later, '-inf', now, 'LIMIT', '0', '1000')
        if #due > 0 then
            call('ZREM', later, unpack(due))
            local present, entered = call('HMGET', runs, unpack(due)), {}
            for i, run in ipairs(due) do
                local known = parse(present[i])
                if known and known.kind == 'd' then
                    entered[#entered + 1] = run
                    entered[#entered + 1] = add(run, known.mark, known.stream, known.id)
                end
            end
            if #entered > 0 then call('HSET', runs, unpack(entered)) end
        end
        local coming = call('ZRANGE', later, '0', '0', 'WITHSCORES')
        local taken, changed, names = { coming[2] and math.max(1, tonumber(coming[2]) - now) or -1 }, {}, {}
        local function take(entry, stream, losses)
            local list = entry[2]
            local run, priority, trace, known = list[2], list[4], list[6], list[8]
            -- Ours are all written in this order; others are looked up by name.
            if list[1] ~= 'run' or list[3] ~= 'priority' or (list[5] and (list[5] ~= 'trace' or list[7] ~= 'losses')) then
                local map = fields(list)
                run, priority, trace, known = map.run, map.priority, map.trace, map.losses
            end
            if not run or not find(run, '^[^/|]+/[^/|]+$') or not (priority == '0' or priority == '1') then
                drop(stream, entry[1])
                bury(run or '', 'The entry ' .. entry[1] .. ' of ' .. stream .. ' cannot be read.')
                return
            end
            losses = losses or known or '0'
            local id, n = entry[1], #names + 1
            names[n] = run
            changed[n * 2 - 1] = run
            changed[n * 2] = 'c|' .. token .. '.' .. n .. '|' .. stream .. '|' .. id .. '|' .. losses
            local waited = now - tonumber(sub(id, 1, find(id, '-', 1, true) - 1))
            local at = n * 7 - 6
            taken[at + 1], taken[at + 2], taken[at + 3], taken[at + 4], taken[at + 5], taken[at + 6], taken[at + 7] =
                run, priority, trace or '', stream, id, losses, waited > 0 and waited or 0
        end
        while #names < want do
            local run = call('LPOP', returned)
            if not run then break end
            local known = state(run)
            if known and known.kind == 'r' then
                local again = pcall('XCLAIM', known.stream, 'runners', consumer, '0', known.id)
                if again[1] then take(again[1], known.stream, known.losses) else call('HDEL', runs, run) end
            end
        end
        for _, priority in ipairs({ '1', '0' }) do
            local ring = prefix .. 'ring:' .. priority
            local turns = #names < want and call('LLEN', ring) or 0
            while turns > 0 and #names < want do
                local share = math.max(1, math.floor((want - #names) / turns))
                for _ = 1, turns do
                    if #names >= want then break end
                    local space = call('LPOP', ring)
                    local stream = prefix .. 's:' .. priority .. ':' .. space
                    local read = pcall('XREADGROUP', 'GROUP', 'runners', consumer, 'COUNT', share, 'STREAMS', stream, '>')
                    local found = read and not read.err and read[1] and read[1][2] or {}
                    for _, entry in ipairs(found) do take(entry, stream) end
                    if #found == share then
                        call('RPUSH', ring, space)
                    else
                        call('SREM', prefix .. 'inring:' .. priority, space)
                        if #found == 0 and call('XLEN', stream) == 0 then
                            call('DEL', stream)
                            call('SREM', streams, stream)
                        end
                    end
                end
                turns = #names < want and call('LLEN', ring) or 0
            end
        end
        if #names > 0 then call('HSET', runs, unpack(changed)) end
        return taken
        """;

    /// <summary>ARGV: run, priority, trace, token, consumer, stream, id, losses. Answers 1 when the claim holds, 0 when it is lost.</summary>
    /// <remarks>A run that the server does not know was forgotten with its data: the claim is entered anew, in a stream of its own that nobody reads from but by claiming.</remarks>
    public const string Renew = Shared + """
        local run, priority, trace, token, consumer, stream, id, losses = unpack(ARGV)
        local known = state(run)
        if not known then
            stream = prefix .. 's:again'
            pcall('XGROUP', 'CREATE', stream, 'runners', '0', 'MKSTREAM')
            call('SADD', streams, stream)
            id = call('XADD', stream, '*', 'run', run, 'priority', priority, 'trace', trace, 'losses', losses)
            call('XCLAIM', stream, 'runners', consumer, '0', id, 'FORCE', 'JUSTID', 'LASTID', id)
            call('HSET', runs, run, 'c|' .. token .. '|' .. stream .. '|' .. id .. '|' .. losses)
            return 1
        end
        if known.kind ~= 'c' or known.mark ~= token then return 0 end
        call('XCLAIM', known.stream, 'runners', consumer, '0', known.id, 'JUSTID')
        return 1
        """;

    /// <summary>ARGV: run, stream, id, token; for each entry. The entries go away, whoever holds them; a later entry of the same run stays.</summary>
    public const string Complete = Shared + """
        local names, gone, ids = {}, {}, {}
        for i = 1, #ARGV, 4 do names[#names + 1] = ARGV[i] end
        local present = call('HMGET', runs, unpack(names))
        local function forget(stream, id)
            local list = ids[stream] or {}
            ids[stream] = list
            list[#list + 1] = id
        end
        for n = 1, #names do
            local at = (n - 1) * 4
            local stream, id, token = ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
            forget(stream, id)
            local text = present[n]
            local ours = 'c|' .. token .. '|' .. stream .. '|' .. id .. '|'
            local known = text and sub(text, 1, #ours) ~= ours and parse(text)
            if text and not known then
                gone[#gone + 1] = names[n]
            elseif known and known.kind == 'c' and known.mark == token then
                if known.stream ~= stream or known.id ~= id then forget(known.stream, known.id) end
                gone[#gone + 1] = names[n]
            elseif known and known.stream == stream and known.id == id then
                gone[#gone + 1] = names[n]
            end
        end
        for stream, list in pairs(ids) do
            pcall('XACK', stream, 'runners', unpack(list))
            call('XDEL', stream, unpack(list))
        end
        if #gone > 0 then call('HDEL', runs, unpack(gone)) end
        return #gone
        """;

    /// <summary>ARGV: run, token, priority, trace, delay in ms. Hands the entry back: to be claimed before all others, or after a time.</summary>
    public const string Release = Shared + """
        local run, token, priority, trace, delay = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
        local known = state(run)
        if not known or known.kind ~= 'c' or known.mark ~= token then return 0 end
        if delay > 0 then
            drop(known.stream, known.id)
            call('ZADD', later, clock() + delay, run)
            call('HSET', runs, run, 'd|' .. priority .. '|' .. trace .. '|' .. known.losses)
            return 1
        end
        call('HSET', runs, run, 'r|0|' .. known.stream .. '|' .. known.id .. '|' .. known.losses)
        call('RPUSH', returned, run)
        news('returned')
        return 1
        """;

    /// <summary>ARGV: run, token, reason. The entry goes to the dead letters.</summary>
    public const string Bury = Shared + """
        local run, token, reason = ARGV[1], ARGV[2], ARGV[3]
        local known = state(run)
        if not known or known.kind ~= 'c' or known.mark ~= token then return 0 end
        drop(known.stream, known.id)
        call('HDEL', runs, run)
        bury(run, reason)
        return 1
        """;

    /// <summary>ARGV: idle limit in ms. Hands back what nobody renewed, and clears streams that are empty. Answers how many came back.</summary>
    public const string Sweep = Shared + """
        local count = 0
        for _, stream in ipairs(call('SMEMBERS', streams)) do
            local found = pcall('XAUTOCLAIM', stream, 'runners', 'returned', ARGV[1], '0-0', 'COUNT', '100')
            if not found.err then
                for _, entry in ipairs(found[2]) do
                    local run = fields(entry[2]).run
                    local known = run and state(run)
                    if not run then
                        drop(stream, entry[1])
                    elseif known and known.kind ~= 'r' and known.id ~= entry[1] then
                        -- The run has another entry by now: this one is a left-over.
                        drop(stream, entry[1])
                    else
                        local losses = known and tonumber(known.losses) or 0
                        if not known or known.kind == 'c' then losses = losses + 1 end
                        call('HSET', runs, run, 'r|0|' .. stream .. '|' .. entry[1] .. '|' .. losses)
                        call('LREM', returned, 0, run)
                        call('RPUSH', returned, run)
                        count = count + 1
                    end
                end
            end
            if call('XLEN', stream) == 0 then
                call('DEL', stream)
                call('SREM', streams, stream)
            end
        end
        if count > 0 then news('returned') end
        return count
        """;

    /// <summary>Answers waiting, delayed, claimed, dead letters, age of the oldest waiting entry in ms.</summary>
    public const string Report = Shared + """
        local now, oldest, held = clock(), nil, -call('LLEN', returned)
        for _, stream in ipairs(call('SMEMBERS', streams)) do
            local groups = pcall('XINFO', 'GROUPS', stream)
            if not groups.err and groups[1] then
                local group = fields(groups[1])
                held = held + group['pending']
                local first = call('XRANGE', stream, '(' .. group['last-delivered-id'], '+', 'COUNT', '1')[1]
                local at = first and tonumber(string.match(first[1], '^%d+'))
                if at and (not oldest or at < oldest) then oldest = at end
            end
        end
        local delayed = call('ZCARD', later)
        held = math.max(0, held)
        return { math.max(0, call('HLEN', runs) - held - delayed), delayed, held, call('XLEN', prefix .. 'dead'), oldest and math.max(0, now - oldest) or 0 }
        """;
}
