namespace Legator.Backends.Queues;

/// <summary>The queue's steps, each atomic on the server.</summary>
/// <remarks>
/// Keys, all with one prefix:
/// <c>runs</c> (hash: run to state), <c>claimed</c> (set of runs),
/// <c>ring:P</c> and <c>inring:P</c> (namespaces that may have waiting entries of priority P, in turn),
/// <c>s:P:NAMESPACE</c> (the streams), <c>streams</c> (set of their keys), <c>returned</c> (entries to be claimed again, first).
/// The state of a run is <c>w|P|stream|id</c> (waiting), <c>c|token|stream|id</c> (claimed) or <c>r|P|stream|id</c> (returned).
/// </remarks>
internal static class RedisQueueScripts
{
    private const string Shared = """
        local prefix = KEYS[1]
        local function key(name) return prefix .. name end
        local function state(run)
            local text = redis.call('HGET', key('runs'), run)
            if not text then return nil end
            local parts = {}
            for part in string.gmatch(text, '[^|]+') do parts[#parts + 1] = part end
            return { kind = parts[1], mark = parts[2], stream = parts[3], id = parts[4] }
        end
        local function set(run, kind, mark, stream, id)
            redis.call('HSET', key('runs'), run, kind .. '|' .. mark .. '|' .. stream .. '|' .. id)
        end
        local function drop(stream, id)
            redis.pcall('XACK', stream, 'runners', id)
            redis.call('XDEL', stream, id)
        end
        local function fields(list)
            local map = {}
            for i = 1, #list, 2 do map[list[i]] = list[i + 1] end
            return map
        end

        """;

    /// <summary>ARGV: run, namespace, priority, trace. Answers 1 when the run was added or moved forward.</summary>
    public const string Enqueue = Shared + """
        local run, space, priority, trace = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
        local known = state(run)
        if known then
            if known.kind ~= 'w' or tonumber(known.mark) >= tonumber(priority) then return 0 end
            drop(known.stream, known.id)
        end
        local stream = key('s:' .. priority .. ':' .. space)
        if redis.call('SADD', key('streams'), stream) == 1 or redis.call('EXISTS', stream) == 0 then
            redis.pcall('XGROUP', 'CREATE', stream, 'runners', '0', 'MKSTREAM')
        end
        local id = redis.call('XADD', stream, '*', 'run', run, 'priority', priority, 'trace', trace)
        set(run, 'w', priority, stream, id)
        if redis.call('SADD', key('inring:' .. priority), space) == 1 then
            redis.call('RPUSH', key('ring:' .. priority), space)
        end
        redis.call('PUBLISH', key('news'), run)
        return 1
        """;

    /// <summary>ARGV: consumer, token. Answers run, priority, trace, stream, id; nil when nothing waits.</summary>
    public const string Dequeue = Shared + """
        local consumer, token = ARGV[1], ARGV[2]
        local function take(entry, stream)
            local map = fields(entry[2])
            set(map.run, 'c', token, stream, entry[1])
            redis.call('SADD', key('claimed'), map.run)
            return { map.run, map.priority, map.trace, stream, entry[1] }
        end
        while true do
            local run = redis.call('LPOP', key('returned'))
            if not run then break end
            local known = state(run)
            if known and known.kind == 'r' then
                local claimed = redis.pcall('XCLAIM', known.stream, 'runners', consumer, '0', known.id)
                if claimed[1] then return take(claimed[1], known.stream) end
                redis.call('HDEL', key('runs'), run)
            end
        end
        for _, priority in ipairs({ '1', '0' }) do
            while true do
                local space = redis.call('LPOP', key('ring:' .. priority))
                if not space then break end
                local stream = key('s:' .. priority .. ':' .. space)
                local read = redis.pcall('XREADGROUP', 'GROUP', 'runners', consumer, 'COUNT', '1', 'STREAMS', stream, '>')
                if read and not read.err and read[1] then
                    redis.call('RPUSH', key('ring:' .. priority), space)
                    return take(read[1][2][1], stream)
                end
                redis.call('SREM', key('inring:' .. priority), space)
                if redis.call('XLEN', stream) == 0 then
                    redis.call('DEL', stream)
                    redis.call('SREM', key('streams'), stream)
                end
            end
        end
        return nil
        """;

    /// <summary>ARGV: run, priority, trace, token, consumer, stream, id. Answers 1 when the claim holds, 0 when it is lost.</summary>
    /// <remarks>A run that the server does not know was forgotten with its data: the claim is entered anew, in a stream of its own that nobody reads from but by claiming.</remarks>
    public const string Renew = Shared + """
        local run, priority, trace, token, consumer, stream, id = unpack(ARGV)
        local known = state(run)
        if not known then
            stream = key('s:again')
            redis.pcall('XGROUP', 'CREATE', stream, 'runners', '0', 'MKSTREAM')
            redis.call('SADD', key('streams'), stream)
            id = redis.call('XADD', stream, '*', 'run', run, 'priority', priority, 'trace', trace)
            redis.call('XCLAIM', stream, 'runners', consumer, '0', id, 'FORCE', 'JUSTID', 'LASTID', id)
            set(run, 'c', token, stream, id)
            redis.call('SADD', key('claimed'), run)
            return 1
        end
        if known.kind ~= 'c' or known.mark ~= token then return 0 end
        redis.call('XCLAIM', known.stream, 'runners', consumer, '0', known.id, 'JUSTID')
        return 1
        """;

    /// <summary>ARGV: run, stream, id, token. The entry goes away, whoever holds it; a later entry of the same run stays.</summary>
    public const string Complete = Shared + """
        local run, stream, id, token = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
        local known = state(run)
        drop(stream, id)
        if known and known.kind == 'c' and known.mark == token then
            drop(known.stream, known.id)
            known.stream, known.id = stream, id
        end
        if known and known.stream == stream and known.id == id then
            redis.call('HDEL', key('runs'), run)
            redis.call('SREM', key('claimed'), run)
        end
        return 1
        """;

    /// <summary>ARGV: run, token. Hands the entry back, to be claimed before all others.</summary>
    public const string Release = Shared + """
        local run, token = ARGV[1], ARGV[2]
        local known = state(run)
        if not known or known.kind ~= 'c' or known.mark ~= token then return 0 end
        set(run, 'r', '0', known.stream, known.id)
        redis.call('SREM', key('claimed'), run)
        redis.call('RPUSH', key('returned'), run)
        redis.call('PUBLISH', key('news'), run)
        return 1
        """;

    /// <summary>ARGV: idle limit in ms. Hands back what nobody renewed. Answers how many.</summary>
    public const string Sweep = Shared + """
        local count = 0
        for _, stream in ipairs(redis.call('SMEMBERS', key('streams'))) do
            local found = redis.pcall('XAUTOCLAIM', stream, 'runners', 'returned', ARGV[1], '0-0', 'COUNT', '100')
            if not found.err then
                for _, entry in ipairs(found[2]) do
                    local run = fields(entry[2]).run
                    set(run, 'r', '0', stream, entry[1])
                    redis.call('SREM', key('claimed'), run)
                    redis.call('LREM', key('returned'), 0, run)
                    redis.call('RPUSH', key('returned'), run)
                    count = count + 1
                end
            end
        end
        if count > 0 then redis.call('PUBLISH', key('news'), 'returned') end
        return count
        """;

    /// <summary>Answers how many runs wait.</summary>
    public const string Count = Shared + "return redis.call('HLEN', key('runs')) - redis.call('SCARD', key('claimed'))";
}
