using System.Security.Cryptography;
using System.Text.Json;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>The hash chain of a run's journal: each event's hash covers the one before, so no event can be changed, removed or moved unseen.</summary>
public static class RunEventChain
{
    /// <summary>Makes the event that follows <paramref name="head"/>.</summary>
    public static RunEvent Link(RunKey run, JournalHead head, DateTimeOffset time, RunEventData data) =>
        Link(run, head, time, data, JsonSerializer.SerializeToUtf8Bytes(data, LegatorJson.Options));

    /// <summary>Makes the event that follows <paramref name="head"/>, from data that is written down already.</summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The head that it follows.</param>
    /// <param name="time">When it is appended.</param>
    /// <param name="data">What happened.</param>
    /// <param name="text">The same as JSON, by the product's rules.</param>
    public static RunEvent Link(RunKey run, JournalHead head, DateTimeOffset time, RunEventData data, byte[] text)
    {
        var sequence = head.Sequence + 1;
        return new RunEvent(run, sequence, time, data, head.Hash, Hash(run, sequence, time, text, head.Hash));
    }

    /// <summary>Checks a run's whole journal from its first event.</summary>
    /// <param name="events">All events, as they were read.</param>
    /// <returns>Null when the chain holds; else a sentence that names the first event that breaks it.</returns>
    public static string? Verify(IReadOnlyList<RunEvent> events)
    {
        var head = JournalHead.Empty;
        foreach (var entry in events)
        {
            if (entry.Sequence != head.Sequence + 1)
            {
                return $"Event {head.Sequence + 1} of run {entry.Run} is missing: event {entry.Sequence} stands in its place.";
            }

            if (entry.Run != events[0].Run)
            {
                return $"Event {entry.Sequence} of run {entry.Run} stands in the journal of run {events[0].Run}.";
            }

            var text = JsonSerializer.SerializeToUtf8Bytes(entry.Data, LegatorJson.Options);
            if (entry.PreviousHash != head.Hash || entry.Hash != Hash(entry.Run, entry.Sequence, entry.Time, text, head.Hash))
            {
                return $"Event {entry.Sequence} of run {entry.Run} does not fit its hash.";
            }

            head = JournalHead.After(entry);
        }

        return null;
    }

    private static string Hash(RunKey run, long sequence, DateTimeOffset time, byte[] data, string previous)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        EventHash.Compute(run, sequence, time, data, Convert.FromHexString(previous), hash);
        return Convert.ToHexStringLower(hash);
    }
}
