using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Numbers of a JSON tree, whichever CLR type they were built from.</summary>
internal static class JsonNumbers
{
    /// <summary>True for a number without a fraction that was written as a whole number and fits 64 bits.</summary>
    public static bool TryGetInt64(JsonValue value, out long number)
    {
        if (value.TryGetValue(out number))
        {
            return true;
        }
        if (value.TryGetValue(out int small))
        {
            number = small;
            return true;
        }
        if (value.TryGetValue(out JsonElement element) && element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var written))
        {
            return IsWhole(written, out number);
        }
        return value.TryGetValue(out double real) && IsWhole(real, out number);
    }

    /// <summary>The number as a double.</summary>
    public static double ToDouble(JsonValue value)
    {
        if (value.TryGetValue(out double real))
        {
            return real;
        }
        return value.TryGetValue(out long whole) ? whole : value.TryGetValue(out int small) ? small : double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsWhole(double real, out long number)
    {
        var whole = Math.Abs(real) < 9.2e18 && Math.Floor(real) == real;
        number = whole ? (long)real : 0;
        return whole;
    }
}
