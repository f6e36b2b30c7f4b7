using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>The rules that Secrets and ConfigMaps share.</summary>
internal static partial class DataKeys
{
    public static void Check(string key, List<StatusCause> causes)
    {
        if (key.Length > 253 || !Key().IsMatch(key) || key is "." or ".." || key.StartsWith("..", StringComparison.Ordinal))
        {
            causes.Add(StatusCause.Invalid(
                $"data[{key}]", $"\"{key}\"",
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"));
        }
    }

    public static void CheckImmutable(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        if (old?["immutable"] is not JsonValue flag || !flag.TryGetValue(out bool immutable) || !immutable)
        {
            return;
        }

        if (!JsonNode.DeepEquals(resource["immutable"], old["immutable"]))
        {
            causes.Add(StatusCause.Forbidden("immutable", "field is immutable when `immutable` is set"));
        }

        foreach (string field in (ReadOnlySpan<string>)["data", "binaryData"])
        {
            if (!JsonNode.DeepEquals(resource[field], old[field]))
            {
                causes.Add(StatusCause.Forbidden(field, "field is immutable when `immutable` is set"));
            }
        }
    }

    [GeneratedRegex(@"\A[-._a-zA-Z0-9]+\z")]
    private static partial Regex Key();
}
