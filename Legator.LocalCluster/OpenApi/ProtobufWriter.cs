using System.Buffers.Binary;
using System.Text;

namespace Legator.LocalCluster.OpenApi;

/// <summary>Writes the protobuf wire format.</summary>
internal sealed class ProtobufWriter
{
    private readonly MemoryStream output = new();

    public byte[] ToArray() => output.ToArray();

    public void Text(int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Bytes(field, Encoding.UTF8.GetBytes(value));
        }
    }

    public void Whole(int field, long value)
    {
        if (value != 0)
        {
            Varint((ulong)(uint)(field << 3));
            Varint((ulong)value);
        }
    }

    public void Flag(int field, bool value) => Whole(field, value ? 1 : 0);

    public void Real(int field, double value)
    {
        if (value != 0)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
            Varint((ulong)(uint)((field << 3) | 1));
            output.Write(bytes);
        }
    }

    /// <summary>A nested message, written even where it is empty: its presence means something.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        var nested = new ProtobufWriter();
        write(nested);
        Bytes(field, nested.ToArray());
    }

    private void Bytes(int field, byte[] value)
    {
        Varint((ulong)(uint)((field << 3) | 2));
        Varint((ulong)value.Length);
        output.Write(value);
    }

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            output.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }
        output.WriteByte((byte)value);
    }
}
