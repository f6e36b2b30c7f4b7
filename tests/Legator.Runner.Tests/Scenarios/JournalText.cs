using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>A journal without what differs from one execution to the next: times, durations, hashes, addresses, the long prompt, and what replays need.</summary>
internal static partial class JournalText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<RunEvent> events, Uri site)
    {
        events.GroupBy(e => e.Run).Select(run => RunEventChain.Verify([.. run])).ShouldAllBe(problem => problem == null);
        var lines = events.Select(e => Normalised(e).ToJsonString(Plain).Replace(site.ToString().TrimEnd('/'), "${site}", StringComparison.Ordinal));
        return string.Concat(lines.Select(line => Age().Replace(Time().Replace(line, "(time)"), "(age)") + "\n"));
    }

    private static JsonObject Normalised(RunEvent entry)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(entry.Data, LegatorJson.Options)!;
        foreach (var name in new[] { "durationMs", "facts", "format", "request" }.Where(name => name != "request" || json[name] is JsonObject))
        {
            json.Remove(name);
        }

        foreach (var name in new[] { "snapshotDigest", "digest" }.Where(json.ContainsKey))
        {
            json[name] = "(digest)";
        }

        if (entry.Data is PromptAssembled prompt)
        {
            json["system"] = prompt.System.Length > 0 ? "(prompt)" : "";
        }

        if (json["terms"] is JsonObject terms)
        {
            foreach (var name in new[] { "target", "targetVersion" }.Where(terms.ContainsKey))
            {
                terms[name] = $"({name})";
            }
        }

        if (json["verdict"] is JsonObject verdict)
        {
            verdict["trace"] = new JsonArray([.. ((ActionJudged)entry.Data).Verdict.Trace.Select(t => (JsonNode)$"{t.Check}: {t.Outcome} {t.Reason}")]);
        }

        var line = new JsonObject { ["run"] = entry.Run.Name, ["sequence"] = entry.Sequence };
        foreach (var (name, value) in json.ToList())
        {
            json.Remove(name);
            line[name] = Sorted(value);
        }

        return line;
    }

    /// <summary>API servers differ in the order in which they give an object's members back.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=\s)\d+(ms|s|m\d*s?)(?=\s|\\n|""|$)")]
    private static partial Regex Age();
}
