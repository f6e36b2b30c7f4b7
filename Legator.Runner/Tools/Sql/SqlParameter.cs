using System.Text.Json;

namespace Legator.Runner.Tools.Sql;

/// <summary>A parameter's value as a model writes it: any JSON value.</summary>
internal static class SqlParameter
{
    /// <summary>As text, from which the server makes what it needs; null for NULL. Arrays and objects are their JSON.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <summary>With the type that the value has in JSON, for servers that do not find it out by themselves.</summary>
    public static object? Typed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.Number => value.GetDouble(),
        _ => Text(value),
    };
}
