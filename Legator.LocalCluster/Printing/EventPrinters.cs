using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Events, in both of their API groups.</summary>
internal static class EventPrinters
{
    public static readonly BuiltInPrinter Events = new BuiltInPrinter()
        .Timed("Last Seen", "How long ago it happened last.", (o, now) => HumanDuration.Since(LastSeen(o), now))
        .Text("Type", "Normal or Warning.", o => o.Text("type"))
        .Text("Reason", "The kind of thing that happened.", o => o.Text("reason"))
        .Text("Object", "What it happened to.", Involved)
        .Wide("Subobject", "Which part of it.", o => Regarding(o).Text("fieldPath"))
        .Wide("Source", "Who reported it.", Source)
        .Text("Message", "What happened, in words.", o => (o.Text("message") is { Length: > 0 } message ? message : o.Text("note")).Trim())
        .Timed("First Seen", "How long ago it happened first.", (o, now) => HumanDuration.Since(FirstSeen(o), now), priority: 1)
        .Wide("Count", "How often it happened.", o => PrintedFields.Number(Count(o)))
        .WideName();

    private static JsonNode? Regarding(JsonObject item) => item.At("involvedObject") ?? item.At("regarding");

    private static JsonNode? FirstSeen(JsonObject item) => Given(item, "firstTimestamp", "deprecatedFirstTimestamp") ?? Given(item, "eventTime");

    private static JsonNode? LastSeen(JsonObject item) => item.At("series", "lastObservedTime") ?? Given(item, "lastTimestamp", "deprecatedLastTimestamp") ?? FirstSeen(item);

    private static JsonNode? Given(JsonObject item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.At(name) is JsonValue value)
            {
                return value;
            }
        }
        return null;
    }

    private static long Count(JsonObject item) =>
        item.At("series") is not null ? item.Whole("series", "count") : Math.Max(1, Math.Max(item.Whole("count"), item.Whole("deprecatedCount")));

    private static string Involved(JsonObject item)
    {
        var target = Regarding(item);
        var (kind, name) = (target.Text("kind").ToLowerInvariant(), target.Text("name"));
        return kind.Length > 0 && name.Length > 0 ? $"{kind}/{name}" : kind + name;
    }

    private static string Source(JsonObject item)
    {
        var source = item.At("source") ?? item.At("deprecatedSource");
        string[] legacy = [source.Text("component"), source.Text("host")];
        string[] modern = [item.Text("reportingComponent") + item.Text("reportingController"), item.Text("reportingInstance")];
        return string.Join(", ", (legacy[0].Length > 0 ? legacy : modern).Where(s => s.Length > 0));
    }
}
