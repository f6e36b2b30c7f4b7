using System.Globalization;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>What <c>${x#…}</c>, <c>${x/…/…}</c>, <c>${x:1:2}</c> and their like make of a value that is known.</summary>
internal static class ValueEdits
{
    /// <summary>The edited value; null when only running it would tell.</summary>
    /// <param name="value">What the variable holds.</param>
    /// <param name="sign">The sign after its name.</param>
    /// <param name="operand">What follows the sign, which is literal.</param>
    public static string? Apply(string value, string sign, string operand)
    {
        if (sign == ":")
        {
            return Part(value, operand);
        }

        if (operand.AsSpan().IndexOfAny("*?[\\") >= 0)
        {
            return null;
        }

        return sign switch
        {
            "#" or "##" => value.StartsWith(operand, StringComparison.Ordinal) ? value[operand.Length..] : value,
            "%" or "%%" => value.EndsWith(operand, StringComparison.Ordinal) ? value[..^operand.Length] : value,
            "/" => Replace(value, operand, all: false),
            "//" => Replace(value, operand, all: true),
            "^^" when operand.Length == 0 => value.ToUpperInvariant(),
            ",," when operand.Length == 0 => value.ToLowerInvariant(),
            "^" when operand.Length == 0 && value.Length > 0 => char.ToUpperInvariant(value[0]) + value[1..],
            "," when operand.Length == 0 && value.Length > 0 => char.ToLowerInvariant(value[0]) + value[1..],
            _ => null,
        };
    }

    private static string? Replace(string value, string operand, bool all)
    {
        var slash = operand.IndexOf('/', StringComparison.Ordinal);
        var (from, to) = slash < 0 ? (operand, "") : (operand[..slash], operand[(slash + 1)..]);
        if (from.Length == 0 || to.Contains('&', StringComparison.Ordinal))
        {
            return null;
        }

        var at = value.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? value : all ? value.Replace(from, to, StringComparison.Ordinal) : value[..at] + to + value[(at + from.Length)..];
    }

    private static string? Part(string value, string operand)
    {
        var numbers = operand.Split(':');
        if (numbers.Length > 2 || !TryNumber(numbers[0], out var start) || start > value.Length || start < 0)
        {
            return null;
        }

        if (numbers.Length == 1)
        {
            return value[start..];
        }

        return TryNumber(numbers[1], out var length) && length >= 0 ? value.Substring(start, Math.Min(length, value.Length - start)) : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number);
}
