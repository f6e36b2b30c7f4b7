using System.Text.Json;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>An event as a storage or a bundle holds it, without asking what it means.</summary>
/// <param name="Position">Its place among all events; grows.</param>
/// <param name="Run">The run.</param>
/// <param name="Sequence">Its place in the run, from 1.</param>
/// <param name="Time">When it was appended.</param>
/// <param name="Data">Its data: one JSON value in UTF-8; empty where only links are read.</param>
/// <param name="PreviousHash">The hash that it says the event before it has.</param>
/// <param name="Hash">The hash that it says it has.</param>
public sealed record StoredEvent(long Position, RunKey Run, long Sequence, DateTimeOffset Time, ReadOnlyMemory<byte> Data, byte[] PreviousHash, byte[] Hash)
{
    /// <summary>True when the event is what its hash was made of.</summary>
    public bool FitsItsHash()
    {
        if (PreviousHash.Length != 32 || Hash.Length != 32)
        {
            return false;
        }

        try
        {
            Span<byte> made = stackalloc byte[32];
            EventHash.Compute(Run, Sequence, Time, Data, PreviousHash, made);
            return made.SequenceEqual(Hash);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
