using System.IO.Enumeration;
using System.Text.Json;
using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>What placeholders stand for, as far as a rehearsal has been played.</summary>
internal sealed class RehearsalValues(RehearsalFacts facts)
{
    private const int MaxLength = 2_000;
    private const string Missing = "(no value)";

    private readonly Dictionary<string, List<(RehearsalCall Script, string Item, RehearsalOutcome Outcome)>> _results = new(StringComparer.Ordinal);

    public static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";

    public static string Word(VerdictOutcome verdict) => JsonSerializer.SerializeToElement(verdict, LegatorJson.Options).GetString()!;

    public void Record(RehearsalCall script, string item, RehearsalOutcome outcome)
    {
        if (script.As is { } name)
        {
            _results.TryAdd(name, []);
            _results[name].Add((script, item, outcome));
        }
    }

    public string Expand(string text, (string Name, string Url) each = default) => RehearsalPlaceholder.Expand(text, name => Find(name, each), Missing);

    public bool Holds(RehearsalGuard? guard)
    {
        if (guard is null)
        {
            return true;
        }

        var value = guard.Value is null ? "" : RehearsalPlaceholder.Expand(guard.Value, name => Find(name, default), "");
        return (guard.Trigger is null || guard.Trigger == facts.Trigger)
            && Like(guard.Task, facts.Task)
            && Like(guard.Target, facts.Target)
            && (guard.Is is null || value == guard.Is)
            && (guard.IsNot is null || value != guard.IsNot)
            && (guard.Matches is null || RehearsalPattern.Compile(guard.Matches).IsMatch(value))
            && (guard.MatchesNot is null || !RehearsalPattern.Compile(guard.MatchesNot).IsMatch(value));
    }

    /// <summary>An empty pattern means that nothing was given, any other that something was.</summary>
    private static bool Like(string? pattern, string? text) =>
        pattern is null || (pattern.Length == 0 ? string.IsNullOrEmpty(text) : !string.IsNullOrEmpty(text) && FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true));

    private string? Find(string name, (string Name, string Url) each)
    {
        var parts = name.Split('.', 2);
        return (parts[0], parts.ElementAtOrDefault(1)) switch
        {
            ("run", { } field) => OfRun(field),
            ("each", "name") => each.Name,
            ("each", "url") => each.Url,
            ("endpoints", { } endpoint) => facts.Endpoints.GetValueOrDefault(endpoint),
            ({ } result, { } field) when _results.TryGetValue(result, out var outcomes) => OfResults(outcomes, field),
            _ => null,
        };
    }

    private string? OfRun(string field) => field switch
    {
        "agent" => facts.Agent,
        "namespace" => facts.Namespace,
        "environment" => facts.Environment,
        "autonomy" => JsonSerializer.SerializeToElement(facts.Autonomy, LegatorJson.Options).GetString(),
        "trigger" => JsonSerializer.SerializeToElement(facts.Trigger, LegatorJson.Options).GetString(),
        "task" => facts.Task,
        "target" => facts.Target,
        "payload" => facts.Payload is { } payload ? Cut(payload) : null,
        _ => null,
    };

    private static string? OfResults(List<(RehearsalCall Script, string Item, RehearsalOutcome Outcome)> outcomes, string field) =>
        outcomes[0].Script.Each is null
            ? OfResult(outcomes[0].Script, outcomes[0].Outcome, field)
            : string.Join("\n", outcomes.Select(one => Item(one.Item, OfResult(one.Script, one.Outcome, field) ?? Missing)));

    private static string Item(string name, string value) =>
        value.Contains('\n', StringComparison.Ordinal) ? $"- {name}:\n  {value.Replace("\n", "\n  ", StringComparison.Ordinal)}" : $"- {name}: {value}";

    private static string? OfResult(RehearsalCall script, RehearsalOutcome outcome, string field) => field switch
    {
        _ when script.Take.TryGetValue(field, out var extractor) => RehearsalExtraction.Take(extractor, outcome.Text),
        "text" => Cut(outcome.Text.Trim()),
        "verdict" => Word(outcome.Verdict),
        "reason" => outcome.Reason?.ToString(),
        "failed" => outcome.Failed ? "true" : "false",
        _ => null,
    };
}
