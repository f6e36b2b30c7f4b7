namespace Legator.Backends.Journals;

/// <summary>Finds the place of a time in a journal by halving: a few look-ups by primary key, however long the journal is.</summary>
internal static class PositionSearch
{
    /// <summary>Position of the last event before a time; 0 when there is none. Where events are a little out of order, an earlier one.</summary>
    /// <param name="newest">Position of the newest event.</param>
    /// <param name="time">The time.</param>
    /// <param name="firstFrom">The first event at a position or behind it; null when there is none.</param>
    public static async Task<long> BeforeAsync(long newest, DateTimeOffset time, Func<long, Task<(long Position, DateTimeOffset Time)?>> firstFrom)
    {
        var (before, from) = (0L, newest + 1);
        while (before + 1 < from)
        {
            var middle = before + ((from - before) / 2);
            if (await firstFrom(middle) is { } found && found.Position < from && found.Time < time)
            {
                before = found.Position;
            }
            else
            {
                from = middle;
            }
        }

        return before;
    }
}
