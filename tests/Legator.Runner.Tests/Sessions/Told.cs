using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Tests.Sessions;

/// <summary>Journals, told in short.</summary>
internal static class Told
{
    public static readonly RunKey Run = new("agents", "hello-1");

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 21, 0, 0, TimeSpan.Zero);

    public static readonly PromptAssembled Prompt = new("system", "user");

    /// <summary>The state after these events, a second apart.</summary>
    public static SessionState State(params RunEventData[] data)
    {
        var state = new SessionState();
        foreach (var (item, index) in data.Select((d, i) => (d, i)))
        {
            state.Apply(RunEventChain.Link(Run, state.Head, Start.AddSeconds(index), item));
        }

        return state;
    }

    public static ModelReplied Calls(int turn, params string[] tools) => Reply(turn, "", "tool_calls", tools);

    public static ModelReplied Says(int turn, string text, string finish = "stop") => Reply(turn, text, finish, []);

    public static ModelReplied Reply(int turn, string text, string finish, string[] tools, long tokensIn = 10, long tokensOut = 5) => new(
        turn,
        text,
        [.. tools.Select((tool, i) => new ToolCall($"c{turn}-{i}", tool, JsonSerializer.SerializeToElement(new { resource = "pods" })))],
        tokensIn,
        tokensOut,
        finish,
        1);

    public static ActionJudged Judged(int seq, VerdictOutcome outcome = VerdictOutcome.Allow, GuardrailReason reason = GuardrailReason.Allowed) => new(
        seq,
        $"c{seq}",
        "kubectl.get",
        JsonSerializer.SerializeToElement(new { resource = "pods" }),
        new ActionDigest(new string('a', 64)),
        [new ProposedAction("kubernetes", "get", new CanonicalTarget("pods -n demo"), RiskTier.Read)],
        new Verdict { Outcome = outcome, Reason = reason, Message = $"because {reason}", Tier = RiskTier.Read });

    public static ActionIntended Intended(int seq) => new(seq, new ActionDigest(new string('a', 64)));

    public static RunEventData[] Executed(int seq, string result = "ok") => [Judged(seq), Intended(seq), new ActionCompleted(seq, true, result, 1)];
}
