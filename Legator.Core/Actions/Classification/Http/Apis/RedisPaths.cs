using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Servers that take commands of Redis from the path: Webdis, Upstash. <c>/lpop/jobs</c> removes what it answers.</summary>
internal static class RedisPaths
{
    // Upper-case as clients of Webdis write them: words of other APIs are not.
    private static readonly FrozenSet<string> Spoken = FrozenSet.ToFrozenSet(
        ("SET GETSET SETEX SETNX PSETEX MSET APPEND INCR INCRBY DECR DECRBY DEL UNLINK EXPIRE PEXPIRE PERSIST RENAME LPUSH RPUSH LPOP RPOP LSET LTRIM LREM SADD SREM SPOP ZADD ZREM HSET HMSET HDEL HINCRBY XADD XDEL XTRIM "
        + "EVAL EVALSHA FCALL CONFIG FLUSHALL FLUSHDB SHUTDOWN SLAVEOF REPLICAOF SCRIPT MODULE DEBUG SAVE BGSAVE BGREWRITEAOF PUBLISH RESTORE MIGRATE COPY MOVE SWAPDB ACL CLUSTER CLIENT").Split(' '));

    // Commands that are the word of nothing else.
    private static readonly FrozenSet<string> Certain = FrozenSet.ToFrozenSet(
        ("getset getdel getex setex setnx psetex mset msetnx setrange setbit bitop bitfield incrby incrbyfloat decrby expireat pexpire pexpireat renamenx lpush lpushx rpush rpushx lpop rpop blpop brpop rpoplpush brpoplpush lmove blmove lmpop blmpop lset "
        + "linsert ltrim lrem sadd srem spop smove sinterstore sunionstore sdiffstore zadd zrem zincrby zpopmin zpopmax bzpopmin bzpopmax zmpop bzmpop zremrangebyrank zremrangebyscore zremrangebylex zrangestore zunionstore zinterstore zdiffstore hset hsetnx "
        + "hmset hdel hincrby hincrbyfloat hgetdel hgetex hsetex hexpire hpexpire xadd xdel xtrim xack xclaim xautoclaim xgroup xreadgroup xsetid geoadd georadius geosearchstore pfadd pfmerge evalsha fcall flushall flushdb bgsave bgrewriteaof slaveof replicaof swapdb "
        + "json.set json.del json.mset json.numincrby json.arrappend json.arrpop json.clear json.merge json.toggle ts.add ts.del bf.add cf.add cf.del ft.create ft.dropindex").Split(' '));

    private static readonly FrozenSet<string> Reads = FrozenSet.ToFrozenSet(
        ("get mget strlen getrange substr exists ttl pttl expiretime pexpiretime type keys scan randomkey dbsize info hget hgetall hmget hkeys hvals hlen hexists hstrlen hscan hrandfield lrange llen lindex lpos smembers sismember smismember scard srandmember sscan "
        + "sinter sintercard sunion sdiff zrange zrangebyscore zrangebylex zrevrange zrevrangebyscore zscore zmscore zcard zcount zlexcount zrank zrevrank zscan zinter zunion zdiff zrandmember xrange xrevrange xlen xread xinfo xpending getbit bitcount bitpos pfcount "
        + "geopos geodist geohash geosearch echo ping time lastsave role object memory json.get json.mget json.type json.strlen json.arrlen json.objkeys json.objlen command favicon.ico robots.txt health healthz metrics status version").Split(' '));

    /// <summary>True when the path holds a command that does more than look.</summary>
    public static bool Is(ApiRequest request)
    {
        if (request.Parts is not [var command, ..])
        {
            return false;
        }

        var path = request.Path.AsSpan().TrimStart('/');
        var end = path.IndexOf('/');
        return (end > 0 && Spoken.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path[..end]))
            || (request.Parts.Length > 1 && Certain.Contains(command))
            || (IsServer(request) && !Reads.Contains(command) && !command.EndsWith(".html", StringComparison.Ordinal));
    }

    private static bool IsServer(ApiRequest request) =>
        (request.IsUnder("upstash.io") && !request.Host.Contains("qstash", StringComparison.Ordinal) && !request.Host.Contains("-vector", StringComparison.Ordinal) && !request.Host.Contains("-search", StringComparison.Ordinal))
        || request.Call.Target.Url.Port == 7379 || request.Host.StartsWith("webdis", StringComparison.Ordinal);
}
