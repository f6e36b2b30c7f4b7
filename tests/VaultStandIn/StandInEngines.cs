using System.Text.Json.Nodes;

namespace Legator.Tests.VaultStandIn;

/// <summary>What the server answers to each path, once it is known who asks and that they may.</summary>
internal sealed class StandInEngines(StandInTokens tokens, StandInSshAuthority ssh, StandInDatabases databases, IDictionary<string, JsonObject> store, TimeProvider time)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(32);

    public async Task<StandInAnswer> AnswerAsync(StandInRequest request) => request.Path.Split('/') switch
    {
        ["auth", "token", var what] => await TokenAsync(what, request),
        ["sys", "leases", var what] => await LeaseAsync(what, request),
        ["sys", "leases", "revoke-prefix", .. var prefix] => await RevokePrefixAsync(string.Join('/', prefix)),
        [_, "data", .. var path] => store.TryGetValue(string.Join('/', path), out var found) ? StandInAnswer.Data(new() { ["data"] = found.DeepClone(), ["metadata"] = new JsonObject { ["version"] = 1 } }) : StandInAnswer.NotFound,
        [_, "sign", var role] => await ssh.SignAsync(role, request),
        [var mount, "creds", var role] => await databases.CreateAsync(mount, role, request.Token!),
        _ => StandInAnswer.NotFound,
    };

    private async Task<StandInAnswer> TokenAsync(string what, StandInRequest request)
    {
        var token = request.Token!;
        switch (what)
        {
            case "create":
                var meta = (request.Body["meta"] as JsonObject)?.ToDictionary(m => m.Key, m => (string)m.Value!);
                return StandInAnswer.Auth(tokens.Create(request.Time("ttl") ?? LongestLife, token.Policies, token, meta: meta), time);
            case "lookup-self":
                return StandInAnswer.Data(new() { ["accessor"] = token.Accessor, ["ttl"] = token.IsRoot ? 0 : (long)(token.Expires - time.GetUtcNow()).TotalSeconds });
            case "renew-self":
                token.Expires = time.GetUtcNow() + (request.Time("increment") ?? LongestLife);
                return StandInAnswer.Auth(token, time);
            case "revoke-self":
                await tokens.RevokeAsync(token);
                return StandInAnswer.Done;
            case "revoke-accessor" when tokens.ByAccessor(request.Text("accessor")) is { } other:
                await tokens.RevokeAsync(other);
                return StandInAnswer.Done;
            case "revoke-accessor":
                return StandInAnswer.Error(400, "invalid accessor");
            default:
                return StandInAnswer.NotFound;
        }
    }

    private async Task<StandInAnswer> LeaseAsync(string what, StandInRequest request)
    {
        if (tokens.FindLease(request.Text("lease_id")) is not { } lease || lease.Expires <= time.GetUtcNow())
        {
            return StandInAnswer.Error(400, "lease not found");
        }

        switch (what)
        {
            case "renew":
                lease.Expires = time.GetUtcNow() + request.Time("increment")!.Value;
                return StandInAnswer.Data([], lease.Id, (long)(lease.Expires - time.GetUtcNow()).TotalSeconds, renewable: true);
            case "revoke":
                await tokens.RevokeAsync(lease);
                return StandInAnswer.Done;
            default:
                return StandInAnswer.Data(new() { ["id"] = lease.Id });
        }
    }

    private async Task<StandInAnswer> RevokePrefixAsync(string prefix)
    {
        foreach (var lease in tokens.Leases.Where(l => l.Id.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await tokens.RevokeAsync(lease);
        }

        return StandInAnswer.Done;
    }
}
