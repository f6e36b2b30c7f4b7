using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Values as Go prints them, because clients and scripts match on those texts.</summary>
internal static class GoFormat
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A quoted string (<c>%q</c>).</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            AppendRune(text, rune);
        }
        return text.Append('"').ToString();
    }

    /// <summary>A bad value inside a field error: strings quoted, numbers bare, the rest as JSON.</summary>
    public static string Value(JsonNode? value) => value switch
    {
        null => "null",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Quote(scalar.GetValue<string>()),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => Number(scalar),
        _ => Sorted(value)!.ToJsonString(Relaxed),
    };

    /// <summary>A value in Go's own syntax (<c>%#v</c>).</summary>
    public static string Syntax(JsonNode? value) => value switch
    {
        null => "interface {}(nil)",
        JsonObject map => $"map[string]interface {{}}{{{string.Join(", ", InOrder(map).Select(p => $"{Quote(p.Key)}:{Syntax(p.Value)}"))}}}",
        JsonArray list => $"[]interface {{}}{{{string.Join(", ", list.Select(Syntax))}}}",
        _ => Value(value),
    };

    /// <summary>A value as Go's <c>%v</c> prints it: strings bare, lists in brackets.</summary>
    public static string Plain(JsonNode? value) => value switch
    {
        null => "<nil>",
        JsonObject map => $"map[{string.Join(' ', InOrder(map).Select(p => $"{p.Key}:{Plain(p.Value)}"))}]",
        JsonArray list => $"[{string.Join(' ', list.Select(Plain))}]",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        _ => Value(value),
    };

    /// <summary>The Go type that a JSON value is decoded into (<c>%T</c>).</summary>
    public static string TypeName(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "map[string]interface {}",
        JsonValueKind.Array => "[]interface {}",
        JsonValueKind.String => "string",
        JsonValueKind.Number => JsonNumbers.TryGetInt64((JsonValue)value, out _) ? "int64" : "float64",
        _ => "bool",
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> InOrder(JsonObject map) => map.OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>A number as Go's <c>%v</c> prints it: whole numbers without a fraction, large ones with an exponent.</summary>
    public static string Number(JsonValue value)
    {
        if (JsonNumbers.TryGetInt64(value, out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }
        return Number(JsonNumbers.ToDouble(value));
    }

    /// <summary>A double in the shortest form that Go's <c>%v</c> uses.</summary>
    public static string Number(double number)
    {
        var magnitude = Math.Abs(number);
        if (magnitude is 0 or (>= 1e-4 and < 1e21))
        {
            var text = number.ToString("R", CultureInfo.InvariantCulture);
            return text.Contains('E') ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text;
        }
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        var mantissa = (number / Math.Pow(10, exponent)).ToString("R", CultureInfo.InvariantCulture);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }

    // Go sorts map keys when it marshals.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        var escaped = rune.Value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\a' => "\\a",
            '\b' => "\\b",
            '\f' => "\\f",
            '\v' => "\\v",
            < 0x20 or 0x7f => $"\\x{rune.Value:x2}",
            _ => null,
        };
        _ = escaped is null ? text.Append(rune.ToString()) : text.Append(escaped);
    }
}
