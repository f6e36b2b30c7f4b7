using System.Runtime.CompilerServices;

namespace Legator.Core.Audit;

/// <summary>Reads a whole journal with its checkpoints, each behind the events that it covers.</summary>
public static class AuditWalk
{
    private const int Page = 64;

    /// <summary>Reads all.</summary>
    /// <param name="log">Where from.</param>
    /// <param name="withUnsigned">True to read on behind the last checkpoint.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async IAsyncEnumerable<AuditPart> ReadAsync(IAuditLog log, bool withUnsigned, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, position) = (0L, 0L);
        while (await log.CheckpointsAsync(number, Page, cancellationToken) is { Count: > 0 } page)
        {
            var marks = await log.MarksAsync(number, page[^1].Checkpoint.Number, cancellationToken);
            await foreach (var part in MergeAsync(log, page, marks, position, cancellationToken))
            {
                yield return part;
            }

            (number, position) = (page[^1].Checkpoint.Number, page[^1].Checkpoint.Position);
        }

        if (withUnsigned)
        {
            await foreach (var batch in log.EventsAsync(position, long.MaxValue, withData: true, cancellationToken))
            {
                yield return AuditPart.Of(batch);
            }
        }
    }

    private static async IAsyncEnumerable<AuditPart> MergeAsync(
        IAuditLog log, IReadOnlyList<SignedCheckpoint> page, ILookup<long, RunMark> marks, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Queue<SignedCheckpoint>(page);
        await foreach (var batch in log.EventsAsync(after, page.Max(c => c.Checkpoint.Position), withData: true, cancellationToken))
        {
            var taken = 0;
            while (waiting.TryPeek(out var next) && batch[^1].Position > next.Checkpoint.Position)
            {
                var upTo = taken;
                while (batch[upTo].Position <= next.Checkpoint.Position)
                {
                    upTo++;
                }

                yield return AuditPart.Of([.. batch.Skip(taken).Take(upTo - taken)]);
                yield return Part(waiting.Dequeue(), marks);
                taken = upTo;
            }

            yield return AuditPart.Of(taken == 0 ? batch : [.. batch.Skip(taken)]);
        }

        while (waiting.TryDequeue(out var last))
        {
            yield return Part(last, marks);
        }
    }

    private static AuditPart Part(SignedCheckpoint checkpoint, ILookup<long, RunMark> marks) => new([], checkpoint, [.. marks[checkpoint.Checkpoint.Number]]);
}
