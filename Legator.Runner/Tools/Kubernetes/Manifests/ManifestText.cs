using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Reads what a model writes for manifests and patches, once: what comes of it is judged, and the same is sent. A key that stands there twice is refused, for who reads it decides which one counts.</summary>
internal static class ManifestText
{
    private const int MaxLength = 250_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <exception cref="ToolInputException">It is neither JSON nor YAML.</exception>
    public static IReadOnlyList<JsonNode> Read(string text, string argument)
    {
        if (text.Length > MaxLength)
        {
            throw Unreadable(argument, $"it is longer than {MaxLength} characters");
        }

        try
        {
            return text.AsSpan().TrimStart() is ['{' or '[', ..] && TryJson(text) is { } json ? [json] : Yaml.ParseAll(text);
        }
        catch (YamlFormatException exception)
        {
            throw Unreadable(argument, exception.Message);
        }
    }

    public static ToolInputException Unreadable(string argument, string problem) =>
        new(GuardrailReason.InvalidArguments, $"The {argument} cannot be read: {problem}.", "Write JSON or YAML.");

    private static JsonNode? TryJson(string text)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Strict);
            Touch(node);
            return node;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // Nodes are read lazily, and what cannot be read must come to light here.
    private static void Touch(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var (_, value) in map)
            {
                Touch(value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Touch(item);
            }
        }
    }
}
