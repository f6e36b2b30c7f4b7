using System.Security.Cryptography;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>Makes checkpoints over what has been written since the last.</summary>
/// <param name="journal">Tells how far the journal has come.</param>
/// <param name="log">Where checkpoints are kept.</param>
public sealed class CheckpointMaker(IRunJournal journal, IAuditLog log)
{
    /// <summary>Positions that one checkpoint covers at most: what has to be held in memory to make it.</summary>
    public const long MostPositions = 100_000;

    /// <summary>Whether something has been written since a checkpoint.</summary>
    /// <param name="newest">The newest checkpoint; null when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsBehindAsync(SignedCheckpoint? newest, CancellationToken cancellationToken) =>
        await journal.PositionAsync(cancellationToken) > (newest?.Checkpoint.Position ?? 0);

    /// <summary>Makes the next checkpoint.</summary>
    /// <param name="signer">Signs it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The checkpoint; null when nothing has been written since the last.</returns>
    /// <exception cref="CheckpointConflictException">Somebody else made it.</exception>
    public async Task<SignedCheckpoint?> MakeAsync(ICheckpointSigner signer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await log.NewestAsync(cancellationToken);
        var from = last?.Checkpoint.Position ?? 0;
        var newest = await journal.PositionAsync(cancellationToken);
        if (newest <= from)
        {
            return null;
        }

        var upTo = Math.Min(newest, from + MostPositions);
        using var order = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var marks = new Dictionary<RunKey, RunMark>();
        var events = 0L;
        await foreach (var batch in log.EventsAsync(from, upTo, withData: false, cancellationToken))
        {
            foreach (var entry in batch)
            {
                order.AppendData(entry.Hash);
                marks[entry.Run] = new RunMark(entry.Run, entry.Sequence, Convert.ToHexStringLower(entry.Hash));
                events++;
            }
        }

        return await AppendAsync(signer, last, upTo, events, [.. marks.Values], Convert.ToHexStringLower(order.GetHashAndReset()), now, cancellationToken);
    }

    /// <summary>Makes a checkpoint that says of runs that their events may be removed; they must be over and covered by the last checkpoint.</summary>
    /// <param name="signer">Signs it.</param>
    /// <param name="runs">The runs with their ends.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignedCheckpoint> RetireAsync(ICheckpointSigner signer, IReadOnlyList<RunMark> runs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await log.NewestAsync(cancellationToken) ?? throw new InvalidOperationException("Nothing can be retired before the first checkpoint.");
        List<RunMark> marks = [.. runs.Select(run => run with { Retired = true })];
        return await AppendAsync(signer, last, last.Checkpoint.Position, 0, marks, Convert.ToHexStringLower(SHA256.HashData([])), now, cancellationToken);
    }

    private async Task<SignedCheckpoint> AppendAsync(
        ICheckpointSigner signer, SignedCheckpoint? last, long position, long events, IReadOnlyList<RunMark> marks, string order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var checkpoint = new Checkpoint
        {
            Number = (last?.Checkpoint.Number ?? 0) + 1,
            Position = position,
            Time = now.ToUniversalTime(),
            Events = (last?.Checkpoint.Events ?? 0) + events,
            Marks = Checkpoint.MarksDigest(marks),
            Order = order,
            Previous = last?.Checkpoint.Digest() ?? Checkpoint.None,
            Key = signer.Key,
        };
        var signed = new SignedCheckpoint(checkpoint, signer.Sign(checkpoint.Payload()));
        await log.AppendAsync(signed, marks, cancellationToken);
        return signed;
    }
}
