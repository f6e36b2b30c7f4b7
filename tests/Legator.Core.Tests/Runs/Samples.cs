using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Tests.Runs;

/// <summary>A small run, for tests that need one.</summary>
internal static class Samples
{
    public static RunSnapshot Snapshot(EscalationSpec? escalation = null) => new()
    {
        Agent = new RunSnapshotAgent
        {
            Namespace = "agents",
            Name = "hello",
            Uid = "u1",
            Generation = 1,
            Spec = new LegatorAgentSpec
            {
                Description = "Says hello.",
                Schedule = new ScheduleSpec(),
                Model = new ModelSpec(),
                Skills = [new SkillRef { Name = "hello", Source = "bundled" }],
                Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateSafe, Escalation = escalation },
                EnvironmentRef = "lab",
            },
        },
        Environment = new RunSnapshotEnvironment { Name = "lab", Spec = new LegatorEnvironmentSpec() },
        Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = "openai", Model = "m", CostPerMillionInput = 1, CostPerMillionOutput = 10 },
        Skills = [],
        Limits = new RunSnapshotLimits(),
        Trigger = RunTrigger.Manual,
    };

    public static Verdict Verdict(VerdictOutcome outcome, GuardrailReason reason) => new()
    {
        Outcome = outcome,
        Reason = reason,
        Message = reason.ToString(),
        Tier = RiskTier.Read,
        Trace = [new Core.Guardrails.CheckTrace("known-tool", VerdictOutcome.Allow, GuardrailReason.Allowed, "known"), new Core.Guardrails.CheckTrace("last", outcome, reason, "because")],
    };

    public static ActionJudged Judged(int seq, VerdictOutcome outcome = VerdictOutcome.Allow, GuardrailReason reason = GuardrailReason.Allowed) => new(
        seq,
        $"call-{seq}",
        "kubectl.get",
        JsonSerializer.SerializeToElement(new { resource = "pods" }),
        new ActionDigest(new string('a', 64)),
        [new ProposedAction("kubernetes", "get", new CanonicalTarget("pods -n demo"), RiskTier.Read)],
        Verdict(outcome, reason));
}
