using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Legator.Core.Skills;

/// <summary>The fields of one mapping of a skill file, read by name without regard to case; wrong types become problems that name the field.</summary>
internal sealed class SkillFields(SkillFileNotes notes, string path, JsonObject map)
{
    /// <summary>Members without a wire name of their own, such as reasons, are written here as they are spelt in docs/reasons.md.</summary>
    private static readonly JsonSerializerOptions MemberNames = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, JsonNode?> _fields = map
        .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase);

    public SkillFileNotes Notes => notes;

    /// <summary>Reads a document that has to be one mapping; null with a problem when it is not.</summary>
    public static SkillFields? OfYaml(string text, SkillFileNotes notes)
    {
        try
        {
            switch (Yaml.Parse(text))
            {
                case JsonObject map:
                    return new SkillFields(notes, "", map);
                case null:
                    return new SkillFields(notes, "", []);
                default:
                    notes.Problem("", "a mapping (key: value) was expected at the top");
                    return null;
            }
        }
        catch (YamlFormatException e)
        {
            notes.Problem("", e.Message, (int)e.Line);
            return null;
        }
    }

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public bool Has(string name) => _fields.GetValueOrDefault(name) is not null;

    public JsonNode? Node(string name) => _fields.GetValueOrDefault(name);

    /// <summary>A scalar as text; null when absent.</summary>
    public string? Text(string name) => Node(name) switch
    {
        null => null,
        JsonValue value => Plain(value),
        _ => Wrong<string?>(name, "text was expected"),
    };

    public string Required(string name, string what)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text) && Node(name) is null or JsonValue)
        {
            notes.Problem(Path(name), $"missing: {what}");
        }

        return text ?? "";
    }

    public bool Flag(string name) => Node(name) switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => Wrong<bool>(name, "true or false was expected"),
    };

    /// <summary>An enum member by its wire name; null when absent or wrong.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var names = Enum.GetValues<T>().ToDictionary(value => JsonSerializer.SerializeToNode(value, MemberNames)!.GetValue<string>(), StringComparer.OrdinalIgnoreCase);
        return names.TryGetValue(text, out var found) ? found : Wrong<T?>(name, $"'{text}' is not one of {string.Join(", ", names.Keys)}");
    }

    /// <summary>One mapping; null when absent or wrong.</summary>
    public SkillFields? Map(string name) => Node(name) switch
    {
        null => null,
        JsonObject inner => new SkillFields(notes, Path(name), inner),
        _ => Wrong<SkillFields?>(name, "a mapping (key: value) was expected"),
    };

    /// <summary>The items of a list; a single item stands for a list of one.</summary>
    public IEnumerable<(JsonNode? Node, string Path)> Items(string name) => Node(name) switch
    {
        null => [],
        JsonArray items => items.Select((item, index) => (item, $"{Path(name)}[{index}]")),
        var single => [(single, Path(name))],
    };

    /// <summary>The mappings of a list; items that are none become problems.</summary>
    public IEnumerable<SkillFields> Maps(string name)
    {
        foreach (var (node, at) in Items(name))
        {
            if (node is JsonObject inner)
            {
                yield return new SkillFields(notes, at, inner);
            }
            else
            {
                notes.Problem(at, "a mapping (key: value) was expected");
            }
        }
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var (node, at) in Items(name))
        {
            if (node is JsonValue value)
            {
                texts.Add(Plain(value));
            }
            else
            {
                notes.Problem(at, "text was expected");
            }
        }

        return texts;
    }

    public void WarnUnknown(params string[] known)
    {
        foreach (var name in Unknown(known))
        {
            notes.Warn(Path(name), "unknown field, ignored");
        }
    }

    public void RefuseUnknown(params string[] known)
    {
        foreach (var name in Unknown(known))
        {
            notes.Problem(Path(name), $"unknown field: the fields here are {string.Join(", ", known)}");
        }
    }

    private IEnumerable<string> Unknown(string[] known) => _fields.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));

    private T? Wrong<T>(string name, string message)
    {
        notes.Problem(Path(name), message);
        return default;
    }

    private static string Plain(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
