using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Benchmarks.Gates;

/// <summary>Action sheets of any size as skills write them: several tools, many targets for each, some with verbs, wildcards, cooldowns.</summary>
internal static class GateSheet
{
    /// <summary>So many entries, among them those that declare the calls of <see cref="GateCall.Ordinary"/>.</summary>
    public static ActionSheetIndex Of(int entries) => ActionSheetIndex.Build([.. Asked, .. Enumerable.Range(0, entries - Asked.Length).Select(Entry)]);

    private static DeclaredAction[] Asked { get; } =
    [
        Of(500, "kubectl.get", RiskTier.Read, "pods/web-500 -n shop-15"),
        Of(502, "kubectl.rollout", RiskTier.ServiceMutation, "restart deployment/web-502* -n shop-17") with { Cooldown = TimeSpan.FromMinutes(30) },
        Of(1, "kubectl", RiskTier.Read, "pods* -n shop-15"),
        Of(504, "ssh.exec", RiskTier.Read, "web-504:*"),
        Of(517, "sql.query", RiskTier.Read, "*orders_517*"),
        Of(506, "http.request", RiskTier.Read, "get https://status-506.example.com/api/*"),
    ];

    /// <summary>All entries are for one tool, and many have the same beginning.</summary>
    public static ActionSheetIndex OfOneTool(int entries) => ActionSheetIndex.Build(
        Enumerable.Range(0, entries).Select(i => new DeclaredAction($"one-{i}", "kubectl.get", RiskTier.Read)
        {
            TargetPattern = i == 0 ? "pods/web-500 -n shop-15" : i % 2 == 0 ? $"pods/web-{i}* -n shop-{i % 97}" : $"pods/* -n team-{i}",
        }));

    private static DeclaredAction Entry(int i) => (i % 10) switch
    {
        0 => Of(i, "kubectl.get", RiskTier.Read, $"pods/web-{i} -n shop-{i % 97}"),
        1 => Of(i, "kubectl.get", RiskTier.Read, $"deployment/* -n team-{i}"),
        2 => Of(i, "kubectl.rollout", RiskTier.ServiceMutation, $"restart deployment/web-{i}* -n shop-{i % 97}") with { Cooldown = TimeSpan.FromMinutes(30) },
        3 => Of(i, "kubectl.delete", RiskTier.DestructiveMutation, $"pod/batch-{i}-* -n jobs-{i % 13}"),
        4 => Of(i, "ssh.exec", RiskTier.Read, $"web-{i}:/var/log/*"),
        5 => Of(i, "ssh.exec", RiskTier.Read, $"web-{i}:*"),
        6 => Of(i, "http.request", RiskTier.Read, $"get https://status-{i}.example.com/api/*"),
        7 => Of(i, "sql.query", RiskTier.Read, $"shop-{i % 97}*orders_{i}*"),
        8 => Of(i, "kubectl", RiskTier.Read, $"get configmap/settings-{i}"),
        _ => Of(i, $"mcp.server-{i}.*", RiskTier.ServiceMutation, null),
    };

    private static DeclaredAction Of(int i, string tool, RiskTier tier, string? target) =>
        new($"action-{i}", tool, tier) { Skill = "bench", TargetPattern = target };
}
