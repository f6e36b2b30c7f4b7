using System.Globalization;
using Cronos;

namespace Legator.Core.Scheduling;

/// <summary>Reads a cron line as crontab and Kubernetes read it: five fields or a macro, and day-of-month OR day-of-week where both are restricted.</summary>
internal static class CronLine
{
    // Cronos looks ahead to the year 2499, so any reference tells whether a slot ever comes.
    private static readonly DateTimeOffset Reference = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Macros = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly", "@every_minute"];

    /// <summary>Reads the line.</summary>
    /// <returns>The expressions whose union is the line; null when an error was added.</returns>
    public static IReadOnlyList<CronExpression>? Parse(string field, string text, List<string> errors)
    {
        var normal = Normal(text);
        if (Problem(normal) is { } problem)
        {
            errors.Add($"{field}: '{text}' {problem}");
            return null;
        }

        try
        {
            var expressions = Split(normal).Select(line => CronExpression.Parse(line)).ToList();
            if (expressions.Any(expression => expression.GetNextOccurrence(Reference, TimeZoneInfo.Utc) is not null))
            {
                return expressions;
            }

            errors.Add($"{field}: '{text}' never comes: write a date that exists.");
        }
        catch (Exception exception) when (exception is CronFormatException or MissingSeedException or FormatException or ArgumentException)
        {
            errors.Add($"{field}: '{text}' is not a cron line: {exception.Message.TrimEnd('.')}; write minute hour day-of-month month day-of-week, such as */5 * * * * or 0 8 * * MON-FRI.");
        }

        return null;
    }

    /// <summary>One blank between fields.</summary>
    public static string Normal(string text) => string.Join(' ', Fields(text));

    private static string[] Fields(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string? Problem(string normal)
    {
        if (normal.StartsWith('@'))
        {
            return normal.StartsWith("@every ", StringComparison.OrdinalIgnoreCase)
                ? "is not a cron line: set spec.schedule.interval instead."
                : Macros.Contains(normal, StringComparer.OrdinalIgnoreCase)
                    ? null
                    : $"is no macro that is known: write one of {string.Join(", ", Macros)}, or five fields.";
        }

        if (normal.StartsWith("TZ=", StringComparison.Ordinal) || normal.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            return "names a zone: set spec.schedule.timezone instead.";
        }

        var fields = Fields(normal);
        if (fields.Length != 5)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {fields.Length} fields: write five: minute hour day-of-month month day-of-week, such as */5 * * * *.");
        }

        return fields[..3].Any(field => field.Contains('H', StringComparison.OrdinalIgnoreCase))
            ? "uses H: write a number, and set spec.schedule.jitter to spread the load."
            : null;
    }

    private static IEnumerable<string> Split(string normal)
    {
        var fields = Fields(normal);
        if (fields.Length != 5 || IsStar(fields[2]) || IsStar(fields[4]))
        {
            return [normal];
        }

        return [$"{fields[0]} {fields[1]} {fields[2]} {fields[3]} *", $"{fields[0]} {fields[1]} * {fields[3]} {fields[4]}"];
    }

    private static bool IsStar(string field) => field is "*" or "?" or "*/1";
}
