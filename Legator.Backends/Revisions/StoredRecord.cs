using System.Globalization;

namespace Legator.Backends.Revisions;

/// <summary>One version of one stored object. Its bytes carry their own revision, written at <see cref="StampOffset"/>.</summary>
public sealed class StoredRecord
{
    private object? _facts;

    internal StoredRecord(string name, byte[] value, int stampOffset, long revision, long createRevision)
    {
        Name = name;
        Value = value;
        StampOffset = stampOffset;
        Revision = revision;
        CreateRevision = createRevision;
    }

    public string Name { get; }

    /// <summary>The object's bytes with the revision's digits in place.</summary>
    public byte[] Value { get; }

    public int StampOffset { get; }

    public long Revision { get; }

    public long CreateRevision { get; }

    /// <summary>What the reader of the bytes found out about them and wants to keep beside them.</summary>
    public object? Facts
    {
        get => Volatile.Read(ref _facts);
        set => Volatile.Write(ref _facts, value);
    }

    /// <summary>Bytes in the shape of a record that were never stored, as a dry run answers with.</summary>
    public static StoredRecord Unstored(string name, byte[] value) => new(name, value, 0, 0, 0);

    internal static StoredRecord Stamp(string name, ReadOnlySpan<byte> unstamped, int offset, long revision, long createRevision)
    {
        Span<byte> digits = stackalloc byte[20];
        revision.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        byte[] value = new byte[unstamped.Length + length];
        unstamped[..offset].CopyTo(value);
        digits[..length].CopyTo(value.AsSpan(offset));
        unstamped[offset..].CopyTo(value.AsSpan(offset + length));
        return new StoredRecord(name, value, offset, revision, createRevision);
    }

    /// <summary>The same content under another revision, as a deletion reports it.</summary>
    public StoredRecord Restamp(long revision)
    {
        int digits = DigitCount(Revision);
        byte[] unstamped = new byte[Value.Length - digits];
        Value.AsSpan(0, StampOffset).CopyTo(unstamped);
        Value.AsSpan(StampOffset + digits).CopyTo(unstamped.AsSpan(StampOffset));
        StoredRecord stamped = Stamp(Name, unstamped, StampOffset, revision, CreateRevision);
        stamped.Facts = Facts;
        return stamped;
    }

    private static int DigitCount(long revision)
    {
        int count = 1;
        while ((revision /= 10) > 0)
        {
            count++;
        }

        return count;
    }
}
