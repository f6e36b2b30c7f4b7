using System.Security.Cryptography;
using System.Text;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>The hash chain of a run's journal: each event's hash covers the one before, so no event can be changed, removed or moved unseen.</summary>
public static class RunEventChain
{
    /// <summary>Makes the event that follows <paramref name="head"/>.</summary>
    public static RunEvent Link(RunKey run, JournalHead head, DateTimeOffset time, RunEventData data)
    {
        var sequence = head.Sequence + 1;
        return new RunEvent(run, sequence, time, data, head.Hash, Hash(run, sequence, time, data, head.Hash));
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

            if (entry.PreviousHash != head.Hash || entry.Hash != Hash(entry.Run, entry.Sequence, entry.Time, entry.Data, head.Hash))
            {
                return $"Event {entry.Sequence} of run {entry.Run} does not fit its hash.";
            }

            head = JournalHead.After(entry);
        }

        return null;
    }

    private static string Hash(RunKey run, long sequence, DateTimeOffset time, RunEventData data, string previous)
    {
        var body = CanonicalJson.Serialize(new { run = run.ToString(), sequence, time = time.ToUniversalTime(), data });
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.ASCII.GetBytes(previous));
        sha.AppendData(body);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
