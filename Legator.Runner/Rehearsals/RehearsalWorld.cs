using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Rehearsals;

/// <summary>What the world of a scene answers. Nothing outside of this process is asked.</summary>
/// <param name="sources">Answers, those first that count first.</param>
/// <param name="rehearsal">What it says of databases and agents.</param>
internal sealed class RehearsalWorld(IReadOnlyList<IReadOnlyList<RehearsalAnswer>> sources, Rehearsal rehearsal)
{
    /// <summary>What a tool answers when nothing is written down.</summary>
    public const string NoAnswer = "The rehearsal says nothing of what this call answers: write 'answer' at the call, or an entry in 'answers'.";

    private readonly HashSet<RehearsalAnswer> _given = new(ReferenceEqualityComparer.Instance);
    private readonly RehearsalNotes _notes = new();

    /// <summary>Tools of MCP servers that answer something; no others exist away from their servers.</summary>
    public IEnumerable<string> Tools => sources.SelectMany(source => source).Select(answer => answer.Tool).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>What classifiers may know of the scene's world.</summary>
    public ClassificationContext Known(RunScope scope) => scope.Environment.ForClassifiers() with
    {
        Databases = rehearsal.Dialects ?? new Dictionary<string, SqlDialect>(),
        Agents = rehearsal.Agents ?? new Dictionary<string, AutonomyLevel>(),
    };

    /// <summary>The object that a call is about, for pre-conditions; null where nothing is written down of it.</summary>
    public JsonObject? Look(string tool, JsonElement arguments) => Find(tool, arguments, answer => answer.Object is not null)?.Object is { } found ? Node(found) as JsonObject : null;

    /// <summary>The pods of that object; null where nothing is written down of them.</summary>
    public IReadOnlyList<JsonObject>? LookAtPods(string tool, JsonElement arguments) =>
        Find(tool, arguments, answer => answer.Pods is not null)?.Pods is { } found ? [.. ((JsonArray)Node(found)!).OfType<JsonObject>()] : null;

    /// <summary>The answer to a call: each that fits is given once, in order, and the last of them again and again.</summary>
    public ToolOutput Answer(string tool, JsonElement arguments)
    {
        if (Find(tool, arguments, _ => true) is { } answer)
        {
            _given.Add(answer);
            return new ToolOutput(!answer.Failed, answer.Text);
        }

        return _notes.Answer(tool, arguments) is { } noted ? ToolOutput.Done(noted) : ToolOutput.Failed(NoAnswer);
    }

    private RehearsalAnswer? Find(string tool, JsonElement arguments, Func<RehearsalAnswer, bool> tells)
    {
        foreach (var source in sources)
        {
            var fitting = source.Where(answer => answer.Tool == tool && Fits(answer.Arguments, arguments) && tells(answer)).ToList();
            if (fitting.Count > 0)
            {
                return fitting.FirstOrDefault(answer => !_given.Contains(answer)) ?? fitting[^1];
            }
        }

        return null;
    }

    private static JsonNode? Node(JsonElement value) => JsonSerializer.SerializeToNode(value, LegatorJson.Options);

    private static bool Fits(JsonElement? wanted, JsonElement given) => wanted is not { ValueKind: JsonValueKind.Object } map
        || (given.ValueKind == JsonValueKind.Object && map.EnumerateObject().All(member => given.TryGetProperty(member.Name, out var value) && IsLike(member.Value, value)));

    private static bool IsLike(JsonElement wanted, JsonElement given) => (wanted.ValueKind, given.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => FileSystemName.MatchesSimpleExpression(Escaped(wanted.GetString()!), given.GetString(), ignoreCase: false),
        (JsonValueKind.Object, _) => Fits(wanted, given),
        _ => JsonElement.DeepEquals(wanted, given),
    };

    // Only * is special in answers; the matcher also knows ? and the backslash.
    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);
}
