using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Benchmarks.Journals;

/// <summary>Runs as agents write them: a prompt, then replies, calls with their verdicts and outcomes, and a report; 22 events of half a kilobyte on average.</summary>
internal static class JournalLoad
{
    private const int Calls = 5;

    private static readonly JsonElement Arguments = JsonDocument.Parse("""{"resource":"pods","namespace":"shop","labelSelector":"app=web"}""").RootElement;

    /// <summary>The parts of a run, each of which is appended at once.</summary>
    public static IReadOnlyList<IReadOnlyList<RunEventData>> Steps { get; } = [.. Build()];

    public static int Events { get; } = Steps.Sum(step => step.Count);

    public static async Task WriteAsync(IRunJournal journal, RunKey run)
    {
        var head = JournalHead.Empty;
        foreach (var step in Steps)
        {
            head = JournalHead.After((await journal.AppendAllAsync(run, head, step, CancellationToken.None))[^1]);
        }
    }

    private static IEnumerable<IReadOnlyList<RunEventData>> Build()
    {
        yield return [new RunStarted("runner-1", new string('a', 64), "anthropic/claude"), new PromptAssembled(Text(1200), Text(300))];
        for (var call = 1; call <= Calls; call++)
        {
            var digest = ActionDigest.Of("kubectl.get", Arguments);
            yield return [new ModelReplied(call, Text(120), [new ToolCall($"call-{call}", "kubectl.get", Arguments)], 2000, 150, "tool_calls", 900)];
            yield return [new ActionJudged(call, $"call-{call}", "kubectl.get", Arguments, digest, [new ProposedAction("kubernetes", "get", new CanonicalTarget("pods/web"), RiskTier.Read)], Verdict), new ActionIntended(call, digest)];
            yield return [new ActionCompleted(call, true, Text(500), 12)];
        }

        yield return [new ReportWritten(Text(400), [new Finding("info", "All pods run.", "pods/web")]), new RunFinished("Succeeded", "Completed", "done")];
    }

    private static Verdict Verdict => new()
    {
        Outcome = VerdictOutcome.Allow,
        Reason = GuardrailReason.Allowed,
        Message = "may",
        Tier = RiskTier.Read,
        Trace = [new CheckTrace("autonomy", VerdictOutcome.Allow, GuardrailReason.Allowed, "fine"), new CheckTrace("action-sheet", VerdictOutcome.Allow, GuardrailReason.Allowed, "declared")],
    };

    private static string Text(int length) => string.Concat(Enumerable.Repeat("web-7d4b9c is Running, 0 restarts\n", length / 34 + 1))[..length];
}
