using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Wishes;
using Legator.Core.Scheduling;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>
/// Whether the fields of a note, an event or a task have the values that people gave them. Where nobody gave one, the text is judged elsewhere; how long it counts, and how urgent it is, is then what it is by itself.
/// </summary>
/// <param name="authored">What people wrote.</param>
internal sealed class WrittenFields(AuthoredText authored)
{
    private static readonly string[] Severities = ["info", "warning", "critical"];

    // What counts for less is gone before anybody sees it, and what counts for more is heard by whom it was not meant for.
    private static readonly (TimeSpan Least, TimeSpan Most) Life = (TimeSpan.FromHours(1), TimeSpan.FromDays(1));

    // So long a note is of use to the runs after this one, however seldom they are.
    private static readonly TimeSpan LongLife = TimeSpan.FromDays(7);

    /// <summary>The first field of a note that people wrote otherwise; null for none.</summary>
    public string? InNote(JsonElement arguments)
    {
        if (GivenNotes.FirstOther(authored.Intent, Text(arguments, "key"), Text(arguments, "value")) is { } other)
        {
            return other;
        }

        var wishes = authored.Intent.Wishes(Intent.Note).Select(said => (Said: said, Keys: said.SelectMany(GivenValues.KeysOf).ToList())).ToList();
        var (key, value) = (Text(arguments, "key"), Text(arguments, "value"));
        if (wishes.Count > 0 && wishes.TrueForAll(w => w.Keys.Count > 0) && !wishes.Exists(w => w.Keys.Exists(k => Fits(k, key))) && !authored.Intent.HasNote(key))
        {
            return key;
        }

        var values = wishes.Where(w => w.Keys.Count == 0 || w.Keys.Exists(k => Fits(k, key))).SelectMany(w => w.Said).SelectMany(p => GivenValues.Of(p, "value", bare: false)).ToList();
        return Other(values, value) ?? (Text(arguments, "ttl") is { Length: > 0 } ttl && !(GoDuration.TryParse(ttl, out var life, out _) && life >= LongLife) && !IsWritten(ttl, wishes.SelectMany(w => w.Said)) ? ttl : null);
    }

    /// <summary>The first field of an event that people wrote otherwise; null for none.</summary>
    public string? InNews(JsonElement arguments)
    {
        var type = Text(arguments, "type");
        var wishes = authored.Intent.Wishes(Intent.Tell);
        var named = wishes.FindAll(said => said.Any(p => p.Terms.Contains(type, StringComparer.OrdinalIgnoreCase)));
        var said = (named.Count > 0 ? named : wishes.FindAll(w => !w.Any(p => p.Terms.Any(authored.Intent.EventTypes.Contains)))).SelectMany(w => w).ToList();
        return Other([.. said.SelectMany(SeveritiesOf)], Text(arguments, "severity"))
            ?? Other([.. said.SelectMany(p => GivenValues.Of(p, "summary", bare: false))], Text(arguments, "summary"))
            ?? (Text(arguments, "detail") is { Length: > 0 } detail ? Other([.. said.SelectMany(p => GivenValues.Of(p, "detail", bare: false))], detail) : null)
            ?? Lifetime(arguments, said);
    }

    /// <summary>The first field of a task that people wrote otherwise; null for none.</summary>
    public string? InTask(JsonElement arguments)
    {
        var to = Text(arguments, "to");
        var wishes = authored.Intent.Wishes(Intent.Delegate | Intent.Tell).FindAll(w => w[0].Names(to) || w[0].Names(to[(to.IndexOf('/', StringComparison.Ordinal) + 1)..]));
        var tasks = wishes.Select(w => w.SelectMany(p => GivenValues.Of(p, "task", bare: false)).Concat(GivenValues.Questions(w[0])).ToList()).ToList();
        var said = wishes.SelectMany(w => w).ToList();
        return (tasks.Exists(t => t.Count == 0) ? null : Other([.. tasks.SelectMany(t => t)], Text(arguments, "task")))
            ?? (Text(arguments, "priority") is var priority && priority.ToLowerInvariant() is not ("" or "normal" or "low") && !said.Exists(p => p.Names(priority)) ? priority : null)
            ?? Lifetime(arguments, said);
    }

    private static string? Other(List<string> given, string value) => given.Count == 0 || given.Exists(g => GivenValues.AreSame(g, value)) ? null : value;

    // What is left open of a key may be anything.
    private static bool Fits(string given, string key) =>
        given.AsSpan().IndexOfAny("<{*…") is >= 0 and var open ? key.StartsWith(given.AsSpan(0, open), StringComparison.Ordinal) : given.Equals(key, StringComparison.Ordinal);

    // "Of severity info", "a critical event".
    private static IEnumerable<string> SeveritiesOf(AuthoredPassage said) => GivenValues.Of(said, "severity", bare: true).Select(s => s.ToLowerInvariant()).Where(Severities.Contains)
        .Concat(said.Terms.Where((term, i) => i + 1 < said.Terms.Count && said.Terms[i + 1].ToLowerInvariant() is "event" or "events" or "severity" && Severities.Contains(term.ToLowerInvariant())).Select(s => s.ToLowerInvariant()));

    private static string? Lifetime(JsonElement arguments, IReadOnlyList<AuthoredPassage> said) =>
        Text(arguments, "ttl") is { Length: > 0 } ttl && !(GoDuration.TryParse(ttl, out var life, out _) && life >= Life.Least && life <= Life.Most) && !IsWritten(ttl, said) ? ttl : null;

    private static bool IsWritten(string ttl, IEnumerable<AuthoredPassage> said) => GoDuration.TryParse(ttl, out var life, out _) && said.Any(p => WrittenTimes.Of(p).Contains(life));

    private static string Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
