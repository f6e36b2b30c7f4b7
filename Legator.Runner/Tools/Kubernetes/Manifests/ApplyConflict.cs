using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Backends.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Puts into words why an apply met with a conflict.</summary>
internal static partial class ApplyConflict
{
    private const int MostNamed = 20;

    /// <summary>Which fields others manage; null when that was not it.</summary>
    public static string? Explain(ClusterException exception, string phrase)
    {
        if (!exception.IsConflict || exception.Details is not { ValueKind: JsonValueKind.Object } details || !details.TryGetProperty("causes", out var causes) || causes.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var fields = causes.EnumerateArray().Where(c => Text(c, "reason") == "FieldManagerConflict").Select(c => $"{Text(c, "field").TrimStart('.')} ({Manager(Text(c, "message"))})").ToList();
        return fields.Count == 0
            ? null
            : $"{phrase}: somebody else manages {string.Join(", ", fields.Take(MostNamed))}{(fields.Count > MostNamed ? $" and {fields.Count - MostNamed} fields more" : "")}. Leave these fields out of the manifest, or set forceConflicts to take them over.";
    }

    private static string Text(JsonElement cause, string name) => cause.ValueKind == JsonValueKind.Object && cause.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Manager(string message) => Quoted().Match(message) is { Success: true } found ? found.Groups[1].Value : message;

    [GeneratedRegex("conflicts? with \"([^\"]{1,128})\"")]
    private static partial Regex Quoted();
}
