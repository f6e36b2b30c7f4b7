using System.Globalization;
using System.Text.Json;

namespace Legator.Core.Audit;

/// <summary>Numbers as ECMAScript prints them (RFC 8785 §3.2.2.3); whole numbers beyond 2^53 keep all their digits, so that no two sequences collide.</summary>
internal static class CanonicalNumber
{
    public static string Format(JsonElement number)
    {
        if (number.TryGetInt64(out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        var value = number.GetDouble();
        return value == 0 ? "0" : Shortest(value);
    }

    private static string Shortest(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var negative = shortest.StartsWith('-');
        var (digits, exponent) = Split(negative ? shortest[1..] : shortest);
        return (negative ? "-" : "") + Place(digits, exponent);
    }

    private static (string Digits, int PointAfter) Split(string text)
    {
        var mantissa = text;
        var exponent = 0;
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            mantissa = text[..e];
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var pointAfter = (point >= 0 ? point : mantissa.Length) + exponent;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.TrimStart('0').TrimEnd('0'), pointAfter - leading);
    }

    private static string Place(string digits, int pointAfter)
    {
        if (pointAfter is > 21 or <= -6)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            var exponent = pointAfter - 1;
            return $"{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        }

        if (pointAfter <= 0)
        {
            return "0." + new string('0', -pointAfter) + digits;
        }

        return pointAfter >= digits.Length
            ? digits + new string('0', pointAfter - digits.Length)
            : digits[..pointAfter] + "." + digits[pointAfter..];
    }
}
