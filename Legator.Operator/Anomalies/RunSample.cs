using Legator.Core.Resources.Runs;

namespace Legator.Operator.Anomalies;

/// <summary>What is looked at of a run that is over.</summary>
/// <param name="Name">The run.</param>
/// <param name="Time">When it was over.</param>
/// <param name="Actions">How many actions it tried.</param>
/// <param name="Tools">The kinds of its tools, in order.</param>
/// <param name="Places">Where it was, in order.</param>
internal sealed record RunSample(string Name, DateTimeOffset Time, int Actions, IReadOnlyList<string> Tools, IReadOnlyList<string> Places)
{
    private const int MostPlaces = 100;

    public static RunSample Of(string name, LegatorRunStatus status, DateTimeOffset time) => new(
        name,
        status.CompletionTime ?? time,
        status.Guardrails?.ChecksPerformed is > 0 and var all ? all : status.Actions.Count,
        Distinct(status.Actions.Select(action => ActionPlaces.KindOf(action.Tool))),
        Distinct(status.Actions.SelectMany(ActionPlaces.Of)));

    private static List<string> Distinct(IEnumerable<string> texts) =>
        [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostPlaces)];
}
