namespace Legator.Operator.Skills.Git;

/// <summary>A canonical Huffman code, as deflate uses them.</summary>
internal sealed class HuffmanCode
{
    /// <summary>One more than the longest code has bits.</summary>
    public const int Longest = 16;

    public HuffmanCode(ReadOnlySpan<byte> lengths)
    {
        foreach (var length in lengths)
        {
            Counts[length]++;
        }

        Counts[0] = 0;
        Span<int> offsets = stackalloc int[Longest + 1];
        for (var length = 1; length < Longest; length++)
        {
            offsets[length + 1] = offsets[length] + Counts[length];
        }

        Symbols = new ushort[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
            {
                Symbols[offsets[lengths[symbol]]++] = (ushort)symbol;
            }
        }
    }

    /// <summary>The code of literals and lengths that streams need not bring.</summary>
    public static HuffmanCode FixedLengths { get; } = new([.. Enumerable.Range(0, 288).Select(i => (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))]);

    /// <summary>The same for distances.</summary>
    public static HuffmanCode FixedDistances { get; } = new([.. Enumerable.Repeat((byte)5, 30)]);

    /// <summary>How many symbols have a code of so many bits.</summary>
    public int[] Counts { get; } = new int[Longest];

    /// <summary>The symbols, shortest code first.</summary>
    public ushort[] Symbols { get; }
}
