using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Benchmarks.Gates;

/// <summary>Everything that the gate knows of a run, as large as real sites have it, and the whole gate over it: classify, protect, sheet, autonomy, cooldown and the rest of the chain.</summary>
/// <param name="sheet">The action sheet.</param>
public sealed class GateSite(ActionSheetIndex sheet)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly GuardrailPolicy _policy = new()
    {
        Autonomy = AutonomyLevel.AutomateSafe,
        AllowedActions = ActionPattern.ParseAll(["kubectl*", "kubectl.get *", "kubectl.rollout restart deployment/*", "ssh.exec *", "sql.query *", "http.*", "mcp.*"]),
        DeniedActions = ActionPattern.ParseAll(["kubectl.* * -n kube-system", "kubectl.get secrets/*", "kubectl.delete namespace/*", "ssh.exec *:/etc/*", "http.* *internal*", "sql.query *payroll*"]),
    };

    private readonly EnvironmentFacts _environment = new()
    {
        DataResources = [.. Enumerable.Range(0, 20).Select(i => new DataResource("cnpg.io/Cluster", $"data-{i}", $"pg-{i}"))],
        ProtectionClasses = [new ProtectionClass("payments", [new("kubernetes", "* deployment/payments*", ProtectionEffect.Block, "money"), new("sql", "*card*", ProtectionEffect.Block, "cards"), new("ssh", "* *:/srv/payments*", ProtectionEffect.Approve, "money")])],
    };

    private readonly ClassificationContext _context = ClassificationContext.Empty;

    private readonly PastActions _history = PastActions.Of(Enumerable.Range(0, 1000).Select(i => new PastAction(
        new RunKey("agents", $"other-{i % 50}"), "kubernetes", i % 3 == 0 ? "restart" : "get", $"deployments.apps/web-{i} -n shop-{i % 97}", i % 3 == 0 ? RiskTier.ServiceMutation : RiskTier.Read, Noon.AddMinutes(-61 - i))));

    /// <summary>The whole gate: what the call would do, and what the chain says to it.</summary>
    public Verdict Judge(GateCall call, bool withDigest = true) =>
        Judge(call.Tool, StandardClassifiers.Classify(call.Tool, call.Arguments, _context), withDigest ? ActionDigest.Of(call.Tool, call.Arguments) : default, CallText.Of(call.Tool, call.Arguments));

    /// <summary>What the chain says to a call that was classified.</summary>
    public Verdict Judge(string tool, CallClassification found, ActionDigest digest, string? line = null) =>
        StandardChain.Instance.Judge(new GuardrailInput
        {
            Tool = tool,
            Digest = digest,
            Problem = found.Problem,
            Actions = found.Actions,
            Line = line,
            Policy = _policy,
            Sheet = sheet,
            Environment = _environment,
            Now = Noon,
            History = _history,
            IterationsUsed = 3,
            TokensUsed = 12_000,
            Elapsed = TimeSpan.FromSeconds(20),
        });
}
