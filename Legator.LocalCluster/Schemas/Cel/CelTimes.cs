using System.Globalization;
using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Durations and moments in expressions.</summary>
internal static partial class CelTimes
{
    public static object Duration(string text)
    {
        var parts = Part().Matches(text);
        if (parts.Count == 0 || parts.Sum(p => p.Length) != text.TrimStart('-').Length)
        {
            throw new CelException($"invalid duration '{text}'");
        }
        var seconds = parts.Sum(p => double.Parse(p.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Seconds(p.Groups[2].Value));
        return TimeSpan.FromSeconds(text.StartsWith('-') ? -seconds : seconds);
    }

    public static object Timestamp(string text) =>
        StringFormats.IsValid("date-time", text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : throw new CelException($"invalid timestamp '{text}'");

    private static double Seconds(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        _ => 1e-9,
    };

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
