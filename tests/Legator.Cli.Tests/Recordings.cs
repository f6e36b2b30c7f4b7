using System.Text.Json;
using Legator.Cli.Runs;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Replay;

namespace Legator.Cli.Tests;

/// <summary>A recorded run as 'legator runs export' writes it: a look, and a restart that a person was asked about.</summary>
internal static class Recordings
{
    private static readonly RunKey Run = new("agents", "careful-1");

    /// <summary>A secret as it must never be found again; what a tool says of one.</summary>
    public const string Canary = "hunter2-canary";

    public static async Task<string> TextAsync()
    {
        var writer = new StringWriter();
        await RecordingFile.WriteAsync(writer, new RunRecording(Run, new LegatorRunSpec { AgentRef = "careful", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, Snapshot = Snapshot().ToJson() }, Events()));
        return writer.ToString();
    }

    private static RunSnapshot Snapshot() => new()
    {
        Agent = new RunSnapshotAgent
        {
            Namespace = "agents",
            Name = "careful",
            Spec = new LegatorAgentSpec
            {
                Description = "d",
                Schedule = new ScheduleSpec(),
                Model = new ModelSpec { Tier = Core.Resources.ModelTiers.ModelTier.Fast },
                Skills = [new SkillRef { Name = "skill", Source = "skill" }],
                Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.Observe, ApprovalMode = ApprovalMode.MutationGate },
                EnvironmentRef = "lab",
            },
        },
        Environment = new RunSnapshotEnvironment
        {
            Name = "lab",
            Spec = new LegatorEnvironmentSpec
            {
                Namespaces = new NamespaceMap { Apps = ["demo"] },
                Endpoints = new Dictionary<string, EndpointSpec> { ["web"] = new() { Url = $"https://me:{Canary}@web.example.com" } },
                Credentials = new Dictionary<string, CredentialRef> { ["key"] = new() { SecretRef = "name-of-a-secret", Type = CredentialType.ApiKey } },
            },
        },
        Model = new RunSnapshotModel { Tier = Core.Resources.ModelTiers.ModelTier.Fast, Provider = "scripted", Model = "m" },
        Skills = [],
        Limits = new RunSnapshotLimits(),
        Trigger = RunTrigger.Manual,
        Task = "restart it",
    };

    private static IReadOnlyList<RunEvent> Events()
    {
        var look = Call("kubectl.get", """{"resource":"pods","namespace":"demo"}""");
        var restart = Call("kubectl.rollout", """{"action":"restart","resource":"deployment","name":"web","namespace":"demo"}""");
        RunEventData[] data =
        [
            new RunStarted("runner-1", null, "scripted/m"),
            new ModelReplied(1, "I look at ${HOME} first.", [look], 1, 1, "tool_calls", 1),
            Judged(1, look, VerdictOutcome.Allow, GuardrailReason.Allowed),
            new ActionIntended(1, DigestOf(look)),
            new ActionCompleted(1, true, $"web-1 Running, password={Canary}", 1),
            new ModelReplied(2, "", [restart, Call("report", """{"severity":"warning","message":"m"}""")], 1, 1, "tool_calls", 1),
            Judged(2, restart, VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired),
            new ApprovalRequested(2, "ask-1", DateTimeOffset.UnixEpoch.AddHours(1), new ApprovalTerms { Tier = RiskTier.ServiceMutation }, ActionPreview.None("none")),
            new ApprovalDecided(2, "ask-1", DigestOf(restart), true, "operator", null),
            Judged(2, restart, VerdictOutcome.Allow, GuardrailReason.Approved),
            new ActionIntended(2, DigestOf(restart), "ask-1"),
            new ActionCompleted(2, true, "restarted", 1),
            new FindingReported(3, new Finding("warning", "${HOME} was slow", "pods/web-1")),
            new ModelReplied(3, "It was restarted, and ${HOME} is fine.", [], 1, 1, "stop", 1),
            new ReportWritten("It was restarted, and ${HOME} is fine.", []),
            new RunFinished("Succeeded", "Completed", "Done."),
        ];
        return [.. data.Select((entry, i) => new RunEvent(Run, i + 1, DateTimeOffset.UnixEpoch.AddSeconds(i), entry, new string('0', 64), new string('1', 64)))];
    }

    private static ToolCall Call(string tool, string arguments) => new($"c-{tool}", tool, JsonDocument.Parse(arguments).RootElement);

    private static ActionDigest DigestOf(ToolCall call) => ActionDigest.Of(call.Tool, call.Arguments);

    private static ActionJudged Judged(int seq, ToolCall call, VerdictOutcome outcome, GuardrailReason reason) =>
        new(seq, call.Id, call.Tool, call.Arguments, DigestOf(call), [], new Verdict { Outcome = outcome, Reason = reason, Message = "m", Tier = RiskTier.Read });
}
