using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>How expressions see JSON.</summary>
internal static class CelValues
{
    private static readonly (string Escaped, string Plain)[] Escapes =
        [("__underscores__", "__"), ("__dot__", "."), ("__dash__", "-"), ("__slash__", "/")];

    /// <summary>A JSON node as an expression value.</summary>
    public static object? FromJson(JsonNode? node) => node is JsonValue scalar ? FromScalar(scalar) : node;

    /// <summary>The JSON key that an escaped identifier stands for.</summary>
    public static string FieldName(string identifier)
    {
        foreach (var (escaped, plain) in Escapes)
        {
            identifier = identifier.Replace(escaped, plain, StringComparison.Ordinal);
        }
        return identifier.Length > 4 && identifier.StartsWith("__", StringComparison.Ordinal) && identifier.EndsWith("__", StringComparison.Ordinal)
            ? identifier[2..^2]
            : identifier;
    }

    public static object? Field(object? target, string name)
    {
        if (target is not JsonObject map)
        {
            throw new CelException($"type '{TypeName(target)}' does not support field selection");
        }
        return map.TryGetPropertyValue(name, out var value) ? FromJson(value) : throw new CelException($"no such key: {name}");
    }

    public static bool Has(object? target, string name) =>
        target is JsonObject map ? map.ContainsKey(name) : throw new CelException($"type '{TypeName(target)}' does not support field selection");

    public static object? Index(object? target, object? key)
    {
        switch (target)
        {
            case JsonObject when key is string name:
                return Field(target, name);
            case IList list when key is long index:
                return index >= 0 && index < list.Count ? Element(list[(int)index]) : throw new CelException($"index out of bounds: {index}");
            case JsonArray array when key is long index:
                return index >= 0 && index < array.Count ? FromJson(array[(int)index]) : throw new CelException($"index out of bounds: {index}");
            default:
                throw CelOperators.NoOverload("_[_]", target, key);
        }
    }

    /// <summary>The items of a list, or the keys of a map.</summary>
    public static IEnumerable<object?> Items(object? target) => target switch
    {
        JsonArray array => array.Select(FromJson),
        JsonObject map => map.Select(p => (object?)p.Key),
        IEnumerable<object?> list => list,
        _ => throw new CelException($"type '{TypeName(target)}' cannot be walked"),
    };

    public static string TypeName(object? value) => value switch
    {
        null => "null_type",
        bool => "bool",
        long => "int",
        double => "double",
        string => "string",
        TimeSpan => "google.protobuf.Duration",
        DateTimeOffset => "google.protobuf.Timestamp",
        JsonObject => "map",
        _ => "list",
    };

    // One statement a type: a switch expression would turn them all back into JSON nodes.
    private static object? FromScalar(JsonValue scalar)
    {
        switch (scalar.GetValueKind())
        {
            case JsonValueKind.String: return scalar.GetValue<string>();
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Number when JsonNumbers.TryGetInt64(scalar, out var whole): return whole;
            case JsonValueKind.Number: return JsonNumbers.ToDouble(scalar);
            default: return null;
        }
    }

    private static object? Element(object? item) => item is JsonNode node ? FromJson(node) : item;
}
