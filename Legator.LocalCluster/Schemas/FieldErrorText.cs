using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>The message of an <c>Invalid</c> Status made of field errors.</summary>
internal static class FieldErrorText
{
    /// <summary>Joins errors as the API server does: one alone, several in brackets, doubles once.</summary>
    public static string Join(IReadOnlyList<FieldError> errors)
    {
        var lines = errors.Select(e => e.ToString()).Distinct(StringComparer.Ordinal).ToArray();
        return lines.Length == 1 ? lines[0] : $"[{string.Join(", ", lines)}]";
    }

    /// <summary>The whole message: <c>Kind.group "name" is invalid: …</c>.</summary>
    public static string Invalid(string kind, string group, string name, IReadOnlyList<FieldError> errors)
    {
        var qualified = group.Length == 0 ? kind : $"{kind}.{group}";
        return $"{qualified} {GoFormat.Quote(name)} is invalid: {Join(errors)}";
    }

    /// <summary>The causes of the Status.</summary>
    public static JsonArray Causes(IReadOnlyList<FieldError> errors) =>
        new([.. errors.Select(e => (JsonNode?)e.ToCause())]);
}
