using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Legator.Core.Audit;

/// <summary>Numbers as ECMAScript prints them (RFC 8785 §3.2.2.3); whole numbers keep all their digits, and what exceeds a double keeps its decimals, so that no two values collide.</summary>
internal static class CanonicalNumber
{
    private const int DigitsThatAlwaysFitADouble = 15;

    public static string Format(JsonElement number)
    {
        var text = number.GetRawText();
        if (text.AsSpan().TrimStart('-').Length > DigitsThatAlwaysFitADouble && !text.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return Print(text);
        }

        var value = number.GetDouble();
        return value == 0 ? "0" : Print(double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : text);
    }

    private static string Print(string decimals)
    {
        var negative = decimals.StartsWith('-');
        var (digits, pointAfter) = Split(negative ? decimals[1..] : decimals);
        return digits.Length == 0 ? "0" : (negative ? "-" : "") + Place(digits, pointAfter);
    }

    private static (string Digits, BigInteger PointAfter) Split(string text)
    {
        var mantissa = text;
        var exponent = BigInteger.Zero;
        var e = text.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            mantissa = text[..e];
            exponent = BigInteger.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var pointAfter = (point >= 0 ? point : mantissa.Length) + exponent;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.TrimStart('0').TrimEnd('0'), pointAfter - leading);
    }

    private static string Place(string digits, BigInteger position)
    {
        if (position > 21 || position <= -6)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            var exponent = position - 1;
            return $"{digits[0]}{fraction}e{(exponent.Sign < 0 ? "-" : "+")}{BigInteger.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        }

        var pointAfter = (int)position;
        if (pointAfter <= 0)
        {
            return "0." + new string('0', -pointAfter) + digits;
        }

        return pointAfter >= digits.Length
            ? digits + new string('0', pointAfter - digits.Length)
            : digits[..pointAfter] + "." + digits[pointAfter..];
    }
}
