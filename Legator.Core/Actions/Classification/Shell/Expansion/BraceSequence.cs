using System.Globalization;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>The inside of <c>{1..10}</c>, <c>{01..10..2}</c> or <c>{a..e}</c>.</summary>
/// <param name="First">The first number, or the first letter's code.</param>
/// <param name="Last">The last.</param>
/// <param name="Step">How far apart they are; more than 0.</param>
/// <param name="Width">Numbers are filled up with zeros to this width.</param>
/// <param name="Letters">True when letters are meant.</param>
internal sealed record BraceSequence(long First, long Last, long Step, int Width, bool Letters)
{
    public static BraceSequence? Read(IReadOnlyList<WordPiece> signs, int open, int close)
    {
        if (close != open + 2 || signs[open + 1] is not LiteralPiece { Quoting: Quoting.None } inside)
        {
            return null;
        }

        var parts = inside.Text.Split("..");
        if (parts.Length is not (2 or 3) || !TryStep(parts, out var step))
        {
            return null;
        }

        var (first, last) = (parts[0], parts[1]);
        if (first is [var from] && last is [var to] && char.IsAsciiLetter(from) && char.IsAsciiLetter(to))
        {
            return new BraceSequence(from, to, step, 0, true);
        }

        return TryNumber(first, out var low) && TryNumber(last, out var high)
            ? new BraceSequence(low, high, step, IsPadded(first) || IsPadded(last) ? Math.Max(first.Length, last.Length) : 0, false)
            : null;
    }

    /// <summary>The words of it; null when they are more than wanted.</summary>
    public List<string>? Words(int most)
    {
        if (Math.Abs(Last - First) / Step >= most)
        {
            return null;
        }

        List<string> words = [];
        var step = Last >= First ? Step : -Step;
        for (var value = First; step > 0 ? value <= Last : value >= Last; value += step)
        {
            words.Add(Letters ? ((char)value).ToString() : Padded(value));
        }

        return words;
    }

    private string Padded(long value)
    {
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        return value < 0 ? "-" + digits.PadLeft(Math.Max(0, Width - 1), '0') : digits.PadLeft(Width, '0');
    }

    private static bool TryStep(string[] parts, out long step)
    {
        step = 1;
        if (parts.Length == 3 && !TryNumber(parts[2], out step))
        {
            return false;
        }

        step = Math.Max(1, Math.Abs(step));
        return true;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < int.MaxValue;

    private static bool IsPadded(string number)
    {
        var digits = number.TrimStart('-', '+');
        return digits.Length > 1 && digits[0] == '0';
    }
}
