namespace Legator.Tests.VaultStandIn;

/// <summary>What a policy lets its tokens do: paths, a star at the end for all below, each with the capabilities read and update.</summary>
internal static class StandInPolicy
{
    /// <summary>What every token may do, as Vault's own default policy says.</summary>
    public static IReadOnlyList<string> Default { get; } =
        ["read auth/token/lookup-self", "update auth/token/renew-self", "update auth/token/revoke-self", "update sys/leases/renew", "update sys/leases/lookup"];

    public static bool Allows(IEnumerable<string> rules, string capability, string path) => rules.Any(rule =>
    {
        var (may, where) = rule.Split(' ') is [var first, var second] ? (first, second) : ("", "");
        return may == capability && (where.EndsWith('*') ? path.StartsWith(where[..^1], StringComparison.Ordinal) : path == where);
    });
}
