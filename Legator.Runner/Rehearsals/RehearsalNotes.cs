using System.Text.Json;
using Legator.Core;

namespace Legator.Runner.Rehearsals;

/// <summary>The agent's notes in a scene: empty at first, and gone after it.</summary>
internal sealed class RehearsalNotes
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);

    /// <summary>What a tool of notes answers; null for other tools.</summary>
    public string? Answer(string tool, JsonElement arguments)
    {
        var key = Text(arguments, "key");
        switch (tool)
        {
            case "state.get":
                return Written(new { key, found = _notes.ContainsKey(key), value = _notes.GetValueOrDefault(key) });
            case "state.set":
                _notes[key] = Text(arguments, "value");
                return Written(new { key, stored = true });
            case "state.delete":
                _notes.Remove(key);
                return Written(new { key, deleted = true });
            default:
                return null;
        }
    }

    private static string Written<T>(T answer) => JsonSerializer.Serialize(answer, LegatorJson.Options);

    private static string Text(JsonElement arguments, string name) => arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
