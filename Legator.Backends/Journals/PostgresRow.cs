using System.Buffers.Binary;

namespace Legator.Backends.Journals;

/// <summary>One row of a binary COPY, column by column.</summary>
internal struct PostgresRow(ReadOnlyMemory<byte> bytes, int start)
{
    public const int Incomplete = 0;
    public const int Last = -1;

    private int column = start + sizeof(short);

    /// <summary>Where the row ends; known once it is complete.</summary>
    public int End { get; private set; }

    /// <summary>Looks whether the row is all there.</summary>
    /// <returns>How many columns it has; <see cref="Last"/> behind the last row, <see cref="Incomplete"/> where more has to arrive.</returns>
    public int Next()
    {
        var all = bytes.Span;
        if (all.Length < start + sizeof(short))
        {
            return Incomplete;
        }

        var count = BinaryPrimitives.ReadInt16BigEndian(all[start..]);
        var at = start + sizeof(short);
        for (var i = 0; i < count; i++)
        {
            if (all.Length < at + sizeof(int))
            {
                return Incomplete;
            }

            at += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(all[at..]));
        }

        End = at;
        return at > all.Length ? Incomplete : count < 0 ? Last : count;
    }

    /// <summary>The next column.</summary>
    public ReadOnlyMemory<byte> Column()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes.Span[column..]);
        var value = bytes.Slice(column + sizeof(int), length);
        column += sizeof(int) + length;
        return value;
    }
}
