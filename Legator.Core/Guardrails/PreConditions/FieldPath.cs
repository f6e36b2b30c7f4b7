using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>A place in an object: <c>spec.replicas</c>, <c>metadata.labels["app.kubernetes.io/name"]</c>, <c>spec.template.spec.containers[0].image</c>.</summary>
internal sealed partial class FieldPath
{
    private readonly string[] _steps;

    private FieldPath(string text, string[] steps) => (Text, _steps) = (text, steps);

    /// <summary>As people wrote it.</summary>
    public string Text { get; }

    /// <summary>Reads a path; null when the text is none.</summary>
    public static FieldPath? Parse(string text) =>
        Whole().IsMatch(text)
            ? new FieldPath(text, [.. Step().Matches(text).Select(m => m.Groups["key"].Success ? m.Groups["key"].Value : m.Groups["name"].Value)])
            : null;

    /// <summary>The scalar that stands there, as text; null when there is none.</summary>
    public string? Read(JsonNode? node)
    {
        foreach (var step in _steps)
        {
            node = node switch
            {
                JsonObject map => map[step],
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count => list[at],
                _ => null,
            };
        }

        return (node as JsonValue)?.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_\-]*(\.[A-Za-z0-9_\-]+|\[""[^""\]]+""\]|\[[0-9]{1,4}\])+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\[""?(?<key>[^""\]]+)""?\]|(?<name>[A-Za-z0-9_\-]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
