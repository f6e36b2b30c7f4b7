using System.Text.Json;
using Legator.Core.Resources.Environments;

namespace Legator.Runner.Credentials.Vault;

/// <summary>The few calls of Vault's API that runs need.</summary>
internal sealed class VaultClient(VaultConfig config, TimeSpan timeout, TimeProvider time) : IDisposable
{
    private readonly VaultTransport _transport = new(config, timeout, time);

    public void Dispose() => _transport.Dispose();

    /// <summary>Logs in with a method that is mounted at a path.</summary>
    public Task<VaultAuth> LoginAsync(string path, object proof, CancellationToken cancellationToken) =>
        AuthAsync(VaultPath.Of("auth", path, "login"), null, proof, cancellationToken);

    /// <summary>Makes a token that ends with the one that asks for it.</summary>
    public Task<VaultAuth> CreateTokenAsync(string token, object wishes, CancellationToken cancellationToken) =>
        AuthAsync("auth/token/create", token, wishes, cancellationToken);

    /// <summary>Sets how long the token lives from now on; the server may give less.</summary>
    public async Task<VaultAuth> RenewSelfAsync(string token, TimeSpan increment, CancellationToken cancellationToken) =>
        (await _transport.SendAsync(HttpMethod.Post, "auth/token/renew-self", token, new { Increment = Seconds(increment) }, isSafe: true, cancellationToken)).Auth ?? new VaultAuth();

    /// <summary>Ends the token, and every lease that was made with it.</summary>
    public Task RevokeSelfAsync(string token, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Post, "auth/token/revoke-self", token, null, isSafe: true, cancellationToken);

    /// <summary>Ends another token by its accessor. One that is gone already is as good as ended.</summary>
    public async Task RevokeAccessorAsync(string token, string accessor, CancellationToken cancellationToken)
    {
        try
        {
            await _transport.SendAsync(HttpMethod.Post, "auth/token/revoke-accessor", token, new { Accessor = accessor }, isSafe: true, cancellationToken);
        }
        catch (VaultException e) when (e.Problem == VaultProblem.NotFound || e.Message.Contains("invalid accessor", StringComparison.OrdinalIgnoreCase))
        {
            // Servers differ in the status for it, not in the words.
        }
    }

    /// <summary>The newest version of a secret of a KV store, version 2 of the engine.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadKvAsync(string token, string mount, string path, CancellationToken cancellationToken)
    {
        var at = VaultPath.Of(mount, "data", path);
        var answer = await _transport.SendAsync(HttpMethod.Get, at, token, null, isSafe: true, cancellationToken);
        return answer.Data is { ValueKind: JsonValueKind.Object } outer && outer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.ValueKind == JsonValueKind.String ? f.Value.GetString()! : f.Value.GetRawText(), StringComparer.Ordinal)
            : throw new VaultException(VaultProblem.NotFound, $"Vault at {config.Address} has no secret at {at} (version 2 of the KV engine), or its newest version is deleted.");
    }

    /// <summary>Signs a public key for one login name.</summary>
    public async Task<(string Certificate, string Serial)> SignAsync(string token, string mount, string role, string publicKey, string principal, TimeSpan ttl, CancellationToken cancellationToken)
    {
        var wishes = new { PublicKey = publicKey, ValidPrincipals = principal, CertType = "user", Ttl = $"{Seconds(ttl)}s" };
        var answer = await _transport.SendAsync(HttpMethod.Post, VaultPath.Of(mount, "sign", role), token, wishes, isSafe: false, cancellationToken);
        return (Field(answer, "signed_key"), Field(answer, "serial_number"));
    }

    /// <summary>Makes a database user.</summary>
    public async Task<VaultLease> DatabaseUserAsync(string token, string mount, string role, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(HttpMethod.Get, VaultPath.Of(mount, "creds", role), token, null, isSafe: false, cancellationToken);
        return new VaultLease(answer.LeaseId ?? "", TimeSpan.FromSeconds(answer.LeaseDuration), answer.Renewable, Field(answer, "username"), Field(answer, "password"));
    }

    /// <summary>Sets how long a lease lives from now on; the server may give less.</summary>
    public async Task<TimeSpan> RenewLeaseAsync(string token, string lease, TimeSpan increment, CancellationToken cancellationToken) =>
        TimeSpan.FromSeconds((await _transport.SendAsync(HttpMethod.Post, "sys/leases/renew", token, new { LeaseId = lease, Increment = Seconds(increment) }, isSafe: true, cancellationToken)).LeaseDuration);

    private async Task<VaultAuth> AuthAsync(string path, string? token, object body, CancellationToken cancellationToken) =>
        (await _transport.SendAsync(HttpMethod.Post, path, token, body, isSafe: false, cancellationToken)).Auth is { ClientToken.Length: > 0 } auth
            ? auth
            : throw new VaultException(VaultProblem.NoAnswer, $"Vault at {config.Address} gave no token for {path}.");

    private string Field(VaultAnswer answer, string name) =>
        answer.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text
            ? text.Trim()
            : throw new VaultException(VaultProblem.NoAnswer, $"Vault at {config.Address} gave no {name}.");

    private static long Seconds(TimeSpan time) => (long)time.TotalSeconds;
}
