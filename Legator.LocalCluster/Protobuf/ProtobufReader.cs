namespace Legator.LocalCluster.Protobuf;

/// <summary>Reads the fields of one protobuf message.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;

    public int Number { get; private set; }

    /// <summary>The value of a number field.</summary>
    public ulong Whole { get; private set; }

    /// <summary>The content of a field with a length.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Read()
    {
        if (_at == _message.Length)
        {
            return false;
        }

        ulong tag = Varint();
        Number = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0:
                Whole = Varint();
                Content = [];
                break;
            case 1:
                Whole = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case 2:
                Content = Take(checked((int)Varint()));
                break;
            case 5:
                Whole = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            default:
                throw new FormatException("the protobuf message holds a field of unknown wire type");
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _message.Length - _at)
        {
            throw new FormatException("the protobuf message ends too early");
        }

        ReadOnlySpan<byte> taken = _message.Slice(_at, length);
        _at += length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("the protobuf message holds a number that is too long");
    }
}
