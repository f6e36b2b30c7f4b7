using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>
/// Plays a rehearsal. It keeps no state: the next reply is computed from what became of the calls so far, so a resumed or replayed run gets the same replies.
/// </summary>
/// <param name="rehearsal">The script.</param>
/// <param name="facts">The run that it is played in.</param>
public sealed class RehearsalPlayer(Rehearsal rehearsal, RehearsalFacts facts) : IScript
{
    private const int MaxCallsPerTurn = 50;

    /// <inheritdoc />
    public RehearsalStep Next(IReadOnlyList<RehearsalOutcome> outcomes, bool mustReport = false)
    {
        var values = new RehearsalValues(facts);
        var said = new List<string>();
        var used = 0;
        for (var index = 0; index < rehearsal.Turns.Count; index++)
        {
            var turn = rehearsal.Turns[index];
            if (!values.Holds(turn.When))
            {
                continue;
            }

            said.AddRange(turn.Say is null ? [] : [values.Expand(turn.Say)]);
            if (turn.Report is not null)
            {
                return new RehearsalStep(string.Join("\n", [.. said, Report(turn, values)]), []);
            }

            var calls = Calls(turn, index, values);
            if (outcomes.Count - used < calls.Count)
            {
                if (mustReport)
                {
                    continue;
                }

                return new RehearsalStep(string.Join("\n", said), [.. calls.Select(call => call.Call)]);
            }

            foreach (var (script, call, item) in calls)
            {
                var outcome = outcomes[used++];
                if (Deviation(script, outcome) is { } deviation)
                {
                    return new RehearsalStep($"The rehearsal stopped: {deviation}\nCRITICAL: the rehearsal does not fit the guardrails: {Short(script, outcome)}", []) { Deviation = deviation };
                }

                values.Record(script, item, outcome);
            }

            said = calls.Count > 0 ? [] : said;
        }

        return new RehearsalStep("The rehearsal ended without a report.", []);
    }

    private List<(RehearsalCall Script, ToolCall Call, string Item)> Calls(RehearsalTurn turn, int index, RehearsalValues values)
    {
        var calls = turn.Call.SelectMany(script => Items(script).Select(item => (script, item))).Take(MaxCallsPerTurn);
        return [.. calls.Select((pair, number) =>
            (pair.script, new ToolCall($"turn-{index + 1}-{number + 1}", pair.script.Tool, Arguments(pair.script, values, pair.item)), pair.item.Name))];
    }

    private IEnumerable<(string Name, string Url)> Items(RehearsalCall call) => call.Each switch
    {
        RehearsalEach.Endpoints => facts.Endpoints.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)),
        RehearsalEach.Namespaces => facts.Namespaces.Order(StringComparer.Ordinal).Select(name => (name, "")),
        _ => [("", "")],
    };

    private static JsonElement Arguments(RehearsalCall script, RehearsalValues values, (string Name, string Url) item)
    {
        JsonNode? Expanded(JsonNode? node) => node switch
        {
            JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Expanded(pair.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Expanded)]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(values.Expand(text, item)),
            _ => node?.DeepClone(),
        };
        var arguments = script.Arguments is { } given ? JsonSerializer.SerializeToNode(given, LegatorJson.Options) : new JsonObject();
        return JsonSerializer.SerializeToElement(Expanded(arguments), LegatorJson.Options);
    }

    private static string Report(RehearsalTurn turn, RehearsalValues values)
    {
        var findings = turn.Findings.Where(finding => values.Holds(finding.When)).Select(finding =>
        {
            var about = finding.Resource is null ? "" : values.Expand(finding.Resource) + ": ";
            return $"{finding.Severity.ToString().ToUpperInvariant()}: {about}{values.Expand(finding.Message)}".Trim().ReplaceLineEndings("; ");
        }).ToList();
        var report = values.Expand(turn.Report!).Trim();
        return findings.Count == 0 ? report : $"{report}\n\n{string.Join("\n", findings)}";
    }

    private static string? Deviation(RehearsalCall script, RehearsalOutcome outcome) =>
        IsExpected(script.Expect, outcome)
            ? null
            : $"for {script.Tool} it expects {Words(script.Expect.Verdict, script.Expect.Reason)}, and the gate answered {Words(outcome.Verdict, outcome.Reason)}: {RehearsalValues.Cut(outcome.Text)}";

    /// <summary>Who expects that a person is asked is content with every answer of that person.</summary>
    private static bool IsExpected(RehearsalExpectation expected, RehearsalOutcome outcome) =>
        expected.Verdict == VerdictOutcome.NeedsApproval
            ? outcome.Asked || outcome.Verdict == VerdictOutcome.NeedsApproval
            : outcome.Verdict == expected.Verdict && (expected.Reason is null || outcome.Reason is null || outcome.Reason == expected.Reason);

    private static string Short(RehearsalCall script, RehearsalOutcome outcome) =>
        $"{script.Tool} was expected to get {Words(script.Expect.Verdict, script.Expect.Reason)} and got {Words(outcome.Verdict, outcome.Reason)}";

    private static string Words(VerdictOutcome verdict, GuardrailReason? reason) =>
        RehearsalValues.Word(verdict) + (reason is null ? "" : $" ({reason})");
}
