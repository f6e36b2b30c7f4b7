using System.Globalization;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>How an event is stored, in every storage alike.</summary>
internal static class RunEventRow
{
    public static string Data(RunEvent value) => JsonSerializer.Serialize(value.Data, LegatorJson.Options);

    public static string Time(RunEvent value) => value.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static RunEvent Read(RunKey run, long sequence, string time, string data, byte[] previous, byte[] hash)
    {
        try
        {
            return new RunEvent(
                run,
                sequence,
                DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
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
