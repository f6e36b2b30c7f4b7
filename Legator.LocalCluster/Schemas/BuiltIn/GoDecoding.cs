using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>Words the first reason why JSON does not fit a type as Go's JSON decoder does, because kubectl shows that text to people.</summary>
internal static partial class GoDecoding
{
    /// <summary>The first problem in the order of the document; null where there is none.</summary>
    public static string? Problem(JsonObject value, Type model) => Struct(value, model, "");

    /// <summary>The decoder's word for a kind of JSON value.</summary>
    public static string Kind(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };

    private static string? Struct(JsonObject value, Type model, string path)
    {
        var fields = BuiltInModels.Fields(model).ToDictionary(f => f.Name, f => f.Type, StringComparer.Ordinal);
        foreach (var (name, child) in value)
        {
            if (child is not null && fields.TryGetValue(name, out var type))
            {
                var place = path.Length == 0 ? name : $"{path}.{name}";
                if (Value(child, Nullable.GetUnderlyingType(type) ?? type, BuiltInModels.ShortName(model), place) is { } problem)
                {
                    return problem;
                }
            }
        }
        return null;
    }

    private static string? Value(JsonNode value, Type type, string owner, string path)
    {
        if (BuiltInModels.ItemType(type) is { } item)
        {
            return value is JsonArray list ? First(list, item, owner, path) : Mismatch(value, type, owner, path);
        }
        if (BuiltInModels.ValueType(type) is { } element)
        {
            return value is JsonObject map ? First(map.Select(p => p.Value), element, owner, path) : Mismatch(value, type, owner, path);
        }
        if (BuiltInModels.IsModel(type))
        {
            return value is JsonObject part ? Struct(part, type, path) : Mismatch(value, type, owner, path);
        }
        return Scalar(value, type, owner, path);
    }

    private static string? First(IEnumerable<JsonNode?> values, Type type, string owner, string path) =>
        values.Select(v => v is null ? null : Value(v, Nullable.GetUnderlyingType(type) ?? type, owner, path)).FirstOrDefault(p => p is not null);

    private static string? Scalar(JsonNode value, Type type, string owner, string path)
    {
        var kind = value.GetValueKind();
        if (type == typeof(object))
        {
            return null;
        }
        if (type == typeof(ResourceQuantity))
        {
            return Quantity().IsMatch(value.ToString()) ? null : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
        }
        var fits = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            TypeCode.Int32 => kind == JsonValueKind.Number && JsonNumbers.TryGetInt64((JsonValue)value, out var number) && number is >= int.MinValue and <= int.MaxValue,
            TypeCode.Int64 => kind == JsonValueKind.Number && JsonNumbers.TryGetInt64((JsonValue)value, out _),
            TypeCode.Double => kind == JsonValueKind.Number,
            _ when type == typeof(IntOrString) => kind is JsonValueKind.String or JsonValueKind.Number,
            _ => kind == JsonValueKind.String,
        };
        return fits ? Text(value, type) : Mismatch(value, type, owner, path);
    }

    private static string? Text(JsonNode value, Type type)
    {
        if (type == typeof(DateTime) && value.GetValue<string>() is { Length: > 0 } moment && !StringFormats.IsValid("date-time", moment))
        {
            return $"parsing time {GoFormat.Quote(moment)} as \"2006-01-02T15:04:05Z07:00\": cannot parse {GoFormat.Quote(moment)} as \"2006\"";
        }
        return type == typeof(byte[]) && !StringFormats.IsValid("byte", value.GetValue<string>()) ? "illegal base64 data at input byte 0" : null;
    }

    private static string Mismatch(JsonNode value, Type type, string owner, string path)
    {
        var kind = Kind(value);
        var shown = kind == "number" && type.IsPrimitive && type != typeof(bool) ? $"number {value.ToJsonString()}" : kind;
        return $"json: cannot unmarshal {shown} into Go struct field {owner}.{path} of type {Name(type)}";
    }

    private static string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (BuiltInModels.ItemType(type) is { } item)
        {
            return "[]" + Name(item);
        }
        if (BuiltInModels.ValueType(type) is { } value)
        {
            return "map[string]" + Name(value);
        }
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Int32 => "int32",
            TypeCode.Int64 => "int64",
            TypeCode.Double => "float64",
            TypeCode.DateTime => "string",
            TypeCode.String => "string",
            _ when type == typeof(byte[]) => "[]uint8",
            _ when type == typeof(IntOrString) => "int32",
            _ => $"{BuiltInModels.DefinitionName(type).Split('.')[^2]}.{BuiltInModels.ShortName(type)}",
        };
    }

    [GeneratedRegex(@"^[+-]?[0-9.]+[eEinumkKMGTP]*[-+]?[0-9]*\z", RegexOptions.CultureInvariant)]
    internal static partial Regex Quantity();
}
