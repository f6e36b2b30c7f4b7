using System.Security.Cryptography;

namespace Legator.Tests.VaultStandIn;

/// <summary>Tokens in a tree, and the leases that end with them.</summary>
internal sealed class StandInTokens(TimeProvider time)
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, StandInToken> _tokens = [];
    private readonly Dictionary<string, StandInLease> _leases = [];

    public IReadOnlyList<StandInToken> Tokens
    {
        get
        {
            lock (_changing)
            {
                return [.. _tokens.Values];
            }
        }
    }

    /// <summary>Everything secret that was ever given out.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Secrets { get; } = new();

    public IReadOnlyList<StandInLease> Leases
    {
        get
        {
            lock (_changing)
            {
                return [.. _leases.Values];
            }
        }
    }

    public StandInToken Create(TimeSpan ttl, IReadOnlyList<string> policies, StandInToken? parent = null, string type = "service", IReadOnlyDictionary<string, string>? meta = null)
    {
        var token = new StandInToken
        {
            Id = "hvs." + Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            Accessor = type == "batch" ? "" : Convert.ToHexString(RandomNumberGenerator.GetBytes(12)),
            Parent = parent,
            Policies = policies,
            Type = type,
            Meta = meta ?? new Dictionary<string, string>(),
            Expires = ttl == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : time.GetUtcNow() + ttl,
        };
        Secrets.Enqueue(token.Id);
        lock (_changing)
        {
            _tokens.Add(token.Id, token);
        }

        return token;
    }

    public StandInToken? Find(string? id)
    {
        lock (_changing)
        {
            return id is not null && _tokens.TryGetValue(id, out var token) && token.Expires > time.GetUtcNow() ? token : null;
        }
    }

    public StandInToken? ByAccessor(string? accessor) => Tokens.FirstOrDefault(t => t.Accessor == accessor && t.Accessor.Length > 0);

    /// <summary>Keeps what was made for a token; null, and it is taken back, when the token has ended meanwhile.</summary>
    public async Task<StandInLease?> LeaseAsync(string path, StandInToken token, TimeSpan ttl, Func<Task> revoke)
    {
        var lease = new StandInLease { Id = $"{path}/{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}", Token = token, Expires = time.GetUtcNow() + ttl, Revoke = revoke };
        lock (_changing)
        {
            if (_tokens.ContainsKey(token.Id))
            {
                _leases.Add(lease.Id, lease);
                return lease;
            }
        }

        await revoke();
        return null;
    }

    public StandInLease? FindLease(string id) => Leases.FirstOrDefault(l => l.Id == id);

    /// <summary>Ends a token, those made with it, and all their leases.</summary>
    public async Task RevokeAsync(StandInToken token)
    {
        foreach (var child in Tokens.Where(t => t.Parent == token))
        {
            await RevokeAsync(child);
        }

        foreach (var lease in Leases.Where(l => l.Token == token))
        {
            await RevokeAsync(lease);
        }

        lock (_changing)
        {
            _tokens.Remove(token.Id);
        }
    }

    public async Task RevokeAsync(StandInLease lease)
    {
        bool was;
        lock (_changing)
        {
            was = _leases.Remove(lease.Id);
        }

        if (was)
        {
            await lease.Revoke();
        }
    }

    /// <summary>Ends what has had its time.</summary>
    public async Task ExpireAsync()
    {
        foreach (var token in Tokens.Where(t => t.Expires <= time.GetUtcNow()))
        {
            await RevokeAsync(token);
        }

        foreach (var lease in Leases.Where(l => l.Expires <= time.GetUtcNow()))
        {
            await RevokeAsync(lease);
        }
    }
}
