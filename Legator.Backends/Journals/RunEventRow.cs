using System.Globalization;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>How an event is stored, in every storage alike.</summary>
internal static class RunEventRow
{
    /// <summary>Now, to the microsecond: the finest that every storage keeps, so that what is read back has the hash that was written.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static string Time(RunEvent value) => value.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static RunEvent Read(RunKey run, long sequence, DateTimeOffset time, string data, byte[] previous, byte[] hash)
    {
        try
        {
            return new RunEvent(
                run,
                sequence,
                time,
                JsonSerializer.Deserialize<RunEventData>(data, LegatorJson.Options)!,
                Convert.ToHexStringLower(previous),
                Convert.ToHexStringLower(hash));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException)
        {
            throw new JournalUnavailableException($"Event {sequence} of run {run} cannot be read: {e.Message}", e);
        }
    }
}
