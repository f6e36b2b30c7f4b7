namespace Legator.Operator.Skills.Git;

/// <summary>Measures a zlib stream without unpacking it: where it ends, how long it becomes, and how it begins. The library's own reader cannot tell where a stream ends among others.</summary>
internal ref struct ZlibMeter(ReadOnlySpan<byte> data, Span<byte> head)
{
    private static ReadOnlySpan<ushort> Lengths => [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<byte> LengthBits => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<ushort> Distances => [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private const int Header = 2;
    private const int Trailer = 4;
    private readonly ReadOnlySpan<byte> _data = data;
    private readonly Span<byte> _head = head;
    private int _at = Header;
    private uint _bits;
    private int _held;

    /// <summary>Bytes that it becomes.</summary>
    public long Length { get; private set; }

    /// <summary>Measures the stream at the start of the data.</summary>
    /// <param name="most">Most bytes that it may become.</param>
    /// <returns>Bytes that it takes; null when it is no such stream, or becomes more.</returns>
    public int? Measure(long most)
    {
        try
        {
            for (var last = false; !last;)
            {
                last = Bits(1) == 1;
                var fits = Bits(2) switch
                {
                    0 => Stored(),
                    1 => Packed(HuffmanCode.FixedLengths, HuffmanCode.FixedDistances, most),
                    2 => Packed(most),
                    _ => false,
                };
                if (!fits || Length > most)
                {
                    return null;
                }
            }

            return _at + Trailer <= _data.Length ? _at + Trailer : null;
        }
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    private uint Bits(int count)
    {
        while (_held < count)
        {
            _bits |= (uint)_data[_at++] << _held;
            _held += 8;
        }

        var value = _bits & ((1u << count) - 1);
        (_bits, _held) = (_bits >> count, _held - count);
        return value;
    }

    private bool Stored()
    {
        (_bits, _held) = (0, 0);
        int length = _data[_at] | (_data[_at + 1] << 8);
        int check = _data[_at + 2] | (_data[_at + 3] << 8);
        _at += 4;
        if ((length ^ 0xffff) != check || _at + length > _data.Length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            Put(_data[_at++]);
        }

        return true;
    }

    private bool Packed(long most)
    {
        var (literals, distances, codes) = ((int)Bits(5) + 257, (int)Bits(5) + 1, (int)Bits(4) + 4);
        Span<byte> lengths = stackalloc byte[320];
        for (var i = 0; i < codes; i++)
        {
            lengths[Order[i]] = (byte)Bits(3);
        }

        var code = new HuffmanCode(lengths[..19]);
        lengths.Clear();
        for (var i = 0; i < literals + distances;)
        {
            var symbol = Symbol(code);
            var (value, times) = symbol switch
            {
                < 0 => (-1, 1),
                < 16 => (symbol, 1),
                16 => (i == 0 ? -1 : lengths[i - 1], (int)Bits(2) + 3),
                17 => (0, (int)Bits(3) + 3),
                _ => (0, (int)Bits(7) + 11),
            };
            if (value < 0 || i + times > literals + distances)
            {
                return false;
            }

            lengths.Slice(i, times).Fill((byte)value);
            i += times;
        }

        return Packed(new HuffmanCode(lengths[..literals]), new HuffmanCode(lengths.Slice(literals, distances)), most);
    }

    private bool Packed(HuffmanCode literals, HuffmanCode distances, long most)
    {
        while (Length <= most)
        {
            var symbol = Symbol(literals);
            switch (symbol)
            {
                case < 0 or > 285:
                    return false;
                case < 256:
                    Put((byte)symbol);
                    break;
                case 256:
                    return true;
                default:
                    if (!Repeat(symbol - 257, distances))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private bool Repeat(int length, HuffmanCode distances)
    {
        var count = Lengths[length] + (int)Bits(LengthBits[length]);
        var distance = Symbol(distances);
        if (distance is < 0 or > 29)
        {
            return false;
        }

        var back = Distances[distance] + (int)Bits(distance < 4 ? 0 : (distance / 2) - 1);
        if (back > Length)
        {
            return false;
        }

        for (; count > 0 && Length < _head.Length; count--)
        {
            Put(_head[(int)Length - back]);
        }

        Length += count;
        return true;
    }

    private void Put(byte value)
    {
        if (Length < _head.Length)
        {
            _head[(int)Length] = value;
        }

        Length++;
    }

    /// <summary>The next symbol, bit by bit; -1 for none.</summary>
    private int Symbol(HuffmanCode code)
    {
        var (value, first, index) = (0, 0, 0);
        for (var length = 1; length < HuffmanCode.Longest; length++)
        {
            value |= (int)Bits(1);
            var count = code.Counts[length];
            if (value - count < first)
            {
                return code.Symbols[index + value - first];
            }

            index += count;
            first = (first + count) << 1;
            value <<= 1;
        }

        return -1;
    }
}
