using Cronos;

namespace Legator.Core.Scheduling;

/// <summary>Slots of a cron line in a zone: the union of its expressions. Slots at or before the anchor do not exist: an agent answers for no time before itself.</summary>
internal sealed class CronClock(IReadOnlyList<CronExpression> expressions, TimeZoneInfo zone) : ISlotClock
{
    /// <inheritdoc />
    public DateTimeOffset? After(DateTimeOffset time, DateTimeOffset anchor) =>
        expressions.Min(expression => expression.GetNextOccurrence(time > anchor ? time : anchor, zone))?.ToUniversalTime();

    /// <inheritdoc />
    public DateTimeOffset? AtOrBefore(DateTimeOffset time, DateTimeOffset anchor) =>
        expressions.Max(expression => expression.GetPreviousOccurrence(time, zone, inclusive: true)) is { } slot && slot > anchor
            ? slot.ToUniversalTime()
            : null;

    /// <inheritdoc />
    public long CountBetween(DateTimeOffset after, DateTimeOffset before, DateTimeOffset anchor)
    {
        var count = 0L;
        for (var slot = After(after, anchor); slot < before; slot = After(slot.Value, anchor))
        {
            count++;
        }

        return count;
    }
}
