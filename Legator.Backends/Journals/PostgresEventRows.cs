using System.Buffers.Binary;
using System.Text;
using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>Reads events out of the stream of a binary COPY. The data of a batch stays where it arrived, in one piece of memory that lives as long as the batch; names that come again are the same objects.</summary>
/// <param name="rows">The stream.</param>
/// <param name="withData">Whether time, data and previous hash follow the other columns.</param>
internal sealed class PostgresEventRows(Stream rows, bool withData)
{
    // Below what the collector calls large: pieces come and go quickly.
    private const int Piece = 80_000;
    private const int Batch = 1024;
    private const int HeadLength = 19;
    private const int Names = 1 << 12;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly (byte[]? Namespace, byte[]? Name, RunKey Run)[] names = new (byte[]?, byte[]?, RunKey)[Names];
    private byte[] piece = new byte[Piece];
    private int filled;
    private bool begun;
    private bool ended;

    /// <summary>The next events; empty at the end.</summary>
    public async Task<IReadOnlyList<StoredEvent>> NextAsync(CancellationToken cancellationToken)
    {
        var batch = new List<StoredEvent>(Batch + (Piece / 256));
        while (batch.Count < Batch && !ended)
        {
            await FillAsync(cancellationToken);
            var taken = Take(batch);
            if (ended)
            {
                break;
            }

            var rest = piece.AsMemory(taken, filled - taken);
            // What was taken belongs to the batch from here on.
            var next = new byte[taken == 0 ? piece.Length * 2 : Math.Max(Piece, rest.Length * 2)];
            rest.CopyTo(next);
            (piece, filled) = (next, rest.Length);
        }

        return batch;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        while (filled < piece.Length)
        {
            var read = await rows.ReadAsync(piece.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return;
            }

            filled += read;
        }
    }

    /// <returns>Where the first row begins that is not all there yet.</returns>
    private int Take(List<StoredEvent> batch)
    {
        var at = begun ? 0 : HeadLength;
        begun = true;
        while (true)
        {
            var row = new PostgresRow(piece.AsMemory(0, filled), at);
            switch (row.Next())
            {
                case PostgresRow.Incomplete:
                    return filled == piece.Length ? at : throw new JournalUnavailableException("The journal's database broke off in the middle of its answer.", new EndOfStreamException());
                case PostgresRow.Last:
                    ended = true;
                    return at;
            }

            batch.Add(Event(ref row));
            at = row.End;
        }
    }

    private StoredEvent Event(ref PostgresRow row)
    {
        var position = BinaryPrimitives.ReadInt64BigEndian(row.Column().Span);
        var run = Run(row.Column().Span, row.Column().Span);
        var sequence = BinaryPrimitives.ReadInt64BigEndian(row.Column().Span);
        var hash = row.Column().ToArray();
        if (!withData)
        {
            return new StoredEvent(position, run, sequence, default, default, [], hash);
        }

        var time = new DateTimeOffset(Epoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(row.Column().Span) * TimeSpan.TicksPerMicrosecond));
        return new StoredEvent(position, run, sequence, time, row.Column(), row.Column().ToArray(), hash);
    }

    private RunKey Run(ReadOnlySpan<byte> inNamespace, ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        ref var known = ref names[hash.ToHashCode() & (Names - 1)];
        if (!name.SequenceEqual(known.Name) || !inNamespace.SequenceEqual(known.Namespace))
        {
            known = (inNamespace.ToArray(), name.ToArray(), new RunKey(string.Intern(Encoding.UTF8.GetString(inNamespace)), Encoding.UTF8.GetString(name)));
        }

        return known.Run;
    }
}
