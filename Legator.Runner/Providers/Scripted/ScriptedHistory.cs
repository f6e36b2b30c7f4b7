using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Skills;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Scripted;

/// <summary>What became of the script's calls. A call whose answer was lost with a runner is made again, and the new answer takes the lost one's place.</summary>
/// <param name="Outcomes">One for each call of the script, in its order; a lost one counts as failed.</param>
/// <param name="Lost">Calls to make again.</param>
internal sealed record ScriptedHistory(IReadOnlyList<RehearsalOutcome> Outcomes, IReadOnlyList<ToolCall> Lost)
{
    private static readonly RehearsalOutcome Gone = new(VerdictOutcome.Allow, null, "The answer was lost.", Failed: true);

    public static ScriptedHistory Of(IEnumerable<ChatMessage> messages)
    {
        var slots = new List<(FunctionCallContent Call, RehearsalOutcome? Outcome)>();
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        var round = 0;
        foreach (var message in messages)
        {
            var calls = message.Contents.OfType<FunctionCallContent>().ToList();
            round += calls.Count > 0 ? 1 : 0;
            Place(calls, slots, open);
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
            {
                slots[open[result.CallId]] = slots[open[result.CallId]] with { Outcome = OutcomeOf(result) };
            }
        }

        return new ScriptedHistory(
            [.. slots.Select(s => s.Outcome ?? Gone)],
            [.. slots.Where(s => s.Outcome is null).Select(s => Again(s.Call, round))]);
    }

    private static void Place(List<FunctionCallContent> calls, List<(FunctionCallContent Call, RehearsalOutcome? Outcome)> slots, Dictionary<string, int> open)
    {
        var lost = Enumerable.Range(0, slots.Count).Where(i => slots[i].Outcome is null).ToList();
        for (var i = 0; i < calls.Count; i++)
        {
            if (i < lost.Count)
            {
                open[calls[i].CallId] = lost[i];
                continue;
            }

            open[calls[i].CallId] = slots.Count;
            slots.Add((calls[i], null));
        }
    }

    private static RehearsalOutcome? OutcomeOf(FunctionResultContent result) => CallOutcome.Of(result) switch
    {
        null or { Repeatable: true } => null,
        var outcome => new RehearsalOutcome(outcome.Verdict, outcome.Reason, outcome.Text, outcome.Failed) { Asked = outcome.Asked },
    };

    private static ToolCall Again(FunctionCallContent call, int round) => new(
        $"{call.CallId}-again-{round}",
        call.Name,
        JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), LegatorJson.Options));
}
