using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.YamlText;

namespace Legator.Core;

/// <summary>
/// The one door between YAML and JSON. Scalars mean what they mean to Kubernetes (sigs.k8s.io/yaml): <c>yes</c> and <c>on</c> are booleans, keys become strings,
/// merge keys are honoured. Duplicate keys, cyclic or exploding aliases and values without a JSON form are refused with line and column.
/// </summary>
public static class Yaml
{
    /// <summary>Reads exactly one document; null for empty text.</summary>
    /// <exception cref="YamlFormatException">The text is not YAML, has no JSON form, or holds several documents.</exception>
    public static JsonNode? Parse(string text)
    {
        var documents = ParseAll(text);
        return documents.Count switch
        {
            0 => null,
            1 => documents[0],
            _ => throw new YamlFormatException($"one document was expected and there are {documents.Count}: remove the '---' lines between them", 1, 1),
        };
    }

    /// <summary>Reads every document of a stream; empty ones are left out.</summary>
    /// <exception cref="YamlFormatException">The text is not YAML or has no JSON form.</exception>
    public static IReadOnlyList<JsonNode> ParseAll(string text) => new YamlReader(text).ReadAll();

    /// <summary>Reads one document as a value, by the rules of <see cref="LegatorJson"/>; null for empty text.</summary>
    /// <exception cref="YamlFormatException">The text is not YAML or has no JSON form.</exception>
    /// <exception cref="JsonException">The document does not fit <typeparamref name="T"/>.</exception>
    public static T? Deserialize<T>(string text)
        where T : class =>
        Parse(text)?.Deserialize<T>(LegatorJson.Options);

    /// <summary>Writes one document in block style, two spaces deep, strings quoted only where needed; ends with a line feed.</summary>
    public static string Write(JsonNode? document) => YamlWriter.Write(document);

    /// <summary>Writes a value as <see cref="LegatorJson"/> would, as YAML.</summary>
    public static string Serialize<T>(T value) => Write(JsonSerializer.SerializeToNode(value, LegatorJson.Options));
}
