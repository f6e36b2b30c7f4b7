using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Backends.Tests.Journals;

/// <summary>One event of each kind, with the texts and numbers that storages like to spoil.</summary>
internal static class SampleEvents
{
    private static readonly JsonElement Arguments = JsonDocument.Parse(
        """{"b": 1.0, "a": [9007199254740993, 1e-7, 0.1, -0.0], "é\u0000\u2028": "\ud83d\ude00 \"quoted\" <tag> '", "n": null, "empty": {}}""").RootElement;

    public static IReadOnlyList<RunEventData> All { get; } =
    [
        new RunStarted("runner-1", new string('0', 64), "scripted/demo"),
        new ToolsDiscovered("lab", [new DiscoveredServer("s", "x 1", null, 2, [new DiscoveredTool("mcp.s.t", "does \u202e", Arguments, new string('0', 64)) { ReadOnly = true }], ["mcp.s.u is odd."])]),
        new PromptAssembled("You look after\nthe web.", "Ünïcode 🧭 \0 end"),
        new ModelReplied(1, "", [new ToolCall("c1", "kubectl.get", Arguments)], 12, 34, "tool_calls", 56),
        new ActionJudged(1, "c1", "kubectl.get", Arguments, ActionDigest.Of("kubectl.get", Arguments), [Action], Verdict),
        new ActionIntended(1, ActionDigest.Of("kubectl.get", Arguments)),
        new ActionCompleted(1, true, "line 1\r\nline 2\t\u001b[31m", 7),
        new ActionInterrupted(2, InterruptedOutcome.ReadLost, "lost"),
        new RunResumed("runner-2"),
        new RunHandedBack("runner-2"),
        new RunCancelled("ann", "wrong \"target\""),
        new VaultSessionOpened("accessor", new VaultConfig { Address = "https://vault:8200", AuthMethod = VaultAuthMethod.Kubernetes, K8sAuthRole = "legator" }, "agents"),
        new CredentialIssued("db", CredentialType.VaultDatabase, "database/creds/reader/1", 300),
        new VaultSessionClosed("accessor"),
        new ModelFailed(2, "no answer"),
        new NoticeRaised(true, "SshHostKeyRefused", "lab", "web showed another key."),
        new FindingReported(3, new Finding("critical", "full", "node/a")),
        new ReportWritten("# All well", [new Finding("warning", "disk", "node/a"), new Finding("info", "ok")]),
        new RunFinished("Succeeded", "Completed", "done"),
    ];

    private static ProposedAction Action => new("kubernetes", "get", new CanonicalTarget("pods/web"), RiskTier.Read);

    private static Verdict Verdict => new()
    {
        Outcome = VerdictOutcome.Allow,
        Reason = GuardrailReason.Allowed,
        Message = "may",
        Tier = RiskTier.Read,
        Trace = [new CheckTrace("autonomy", VerdictOutcome.Allow, GuardrailReason.Allowed, "fine")],
    };
}
