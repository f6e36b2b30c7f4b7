using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Reads what kubectl takes for manifests and patches: JSON, or a stream of YAML documents. A key that is given twice makes it unreadable, for who reads it decides which one counts.</summary>
internal static class ContentReader
{
    private const int MaxLength = 1_000_000;

    // Reading YAML takes about a second for each half million characters, and no agent writes that much.
    private const int MaxYaml = 250_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 100 };

    /// <summary>The documents; null when they cannot be read.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="problem">Why not; null on success.</param>
    public static IReadOnlyList<JsonNode>? Read(string text, out string? problem)
    {
        problem = text.Length > MaxLength ? $"it is longer than {MaxLength} characters" : null;
        if (problem is not null)
        {
            return null;
        }

        if (text.AsSpan().TrimStart() is ['{' or '[', ..] && TryJson(text) is { } document)
        {
            return [document];
        }

        if (text.Length > MaxYaml)
        {
            problem = $"it is longer than {MaxYaml} characters";
            return null;
        }

        try
        {
            return Yaml.ParseAll(text);
        }
        catch (YamlFormatException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private static JsonNode? TryJson(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
