using System.Globalization;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>How long something takes or counts, as people write it: <c>24h</c>, <c>for 7 days</c>, <c>one week</c>.</summary>
internal static partial class WrittenTimes
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>All times in a sentence.</summary>
    public static IEnumerable<TimeSpan> Of(AuthoredPassage said) => Times().Matches(said.Text).Select(m => Unit(m.Groups["unit"].Value) * Count(m.Groups["count"].Value));

    private static int Count(string count) => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Math.Max(1, Array.IndexOf(Digits, count.ToLowerInvariant()));

    private static TimeSpan Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => TimeSpan.FromDays(7),
    };

    [GeneratedRegex(@"\b(?:(?<count>\d{1,6})\s*|(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+)(?<unit>seconds?|minutes?|mins?|hours?|days?|weeks?|[smhdw])\b", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
