using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>The hash of one event, from its data as it is stored: whoever checks a journal needs not know what its events mean.</summary>
internal static class EventHash
{
    private const int HexLength = 2 * SHA256.HashSizeInBytes;
    private const int MostTime = 40;
    private const int MostNumber = 20;

    /// <summary>SHA-256 over the previous hash in hexadecimal and the canonical form of <c>{data, run, sequence, time}</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="sequence">The event's place in it.</param>
    /// <param name="time">When it was appended.</param>
    /// <param name="data">The event's data: one JSON value in UTF-8.</param>
    /// <param name="previous">Hash of the event before.</param>
    /// <param name="hash">Room for 32 bytes.</param>
    /// <exception cref="JsonException">The data is no JSON.</exception>
    public static void Compute(RunKey run, long sequence, DateTimeOffset time, ReadOnlyMemory<byte> data, ReadOnlySpan<byte> previous, Span<byte> hash)
    {
        var room = MostName(run) + MostNumber + MostTime + 64;
        var buffer = ArrayPool<byte>.Shared.Rent(HexLength + data.Length + room);
        try
        {
            Convert.TryToHexStringLower(previous, buffer, out var written);
            Put("{\"data\":"u8, buffer, ref written);
            PutData(data, ref buffer, ref written, room);
            Put(",\"run\":"u8, buffer, ref written);
            PutName(run, buffer, ref written);
            Put(",\"sequence\":"u8, buffer, ref written);
            Utf8Formatter.TryFormat(sequence, buffer.AsSpan(written), out var digits);
            written += digits;
            Put(",\"time\":\""u8, buffer, ref written);
            PutTime(time.ToUniversalTime(), buffer, ref written);
            Put("\"}"u8, buffer, ref written);
            SHA256.HashData(buffer.AsSpan(0, written), hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void PutData(ReadOnlyMemory<byte> data, ref byte[] buffer, ref int written, int room)
    {
        if (PlainText.TryWrite(data.Span, buffer.AsSpan(written), out var length))
        {
            written += length;
            return;
        }

        using var document = JsonDocument.Parse(data);
        var canonical = CanonicalJson.Canonicalize(document.RootElement);
        buffer = Grown(buffer, written, canonical.Length + room);
        Put(canonical, buffer, ref written);
    }

    // Names of Kubernetes are plain; whatever else somebody wrote into a journal is escaped.
    private static void PutName(RunKey run, byte[] buffer, ref int written)
    {
        var start = written;
        buffer[written++] = (byte)'"';
        written += Encoding.UTF8.GetBytes(run.Namespace, buffer.AsSpan(written));
        buffer[written++] = (byte)'/';
        written += Encoding.UTF8.GetBytes(run.Name, buffer.AsSpan(written));
        if (PlainJson.IsPlain(buffer.AsSpan((start + 1)..written)))
        {
            buffer[written++] = (byte)'"';
            return;
        }

        written = start;
        Put(CanonicalJson.Canonicalize(run.ToString()), buffer, ref written);
    }

    // A character takes three bytes at most, and six where it is escaped.
    private static int MostName(RunKey run) => 6 * (run.Namespace.Length + run.Name.Length + 1);

    // As System.Text.Json spells it: fractions without trailing zeros, and +00:00.
    private static void PutTime(DateTimeOffset time, byte[] buffer, ref int written)
    {
        Utf8Formatter.TryFormat(time, buffer.AsSpan(written), out var length, 'O');
        var text = buffer.AsSpan(written, length);
        var end = text.LastIndexOf((byte)'+');
        while (text[end - 1] == (byte)'0')
        {
            end--;
        }

        end = text[end - 1] == (byte)'.' ? end - 1 : end;
        written += end;
        Put("+00:00"u8, buffer, ref written);
    }

    private static byte[] Grown(byte[] buffer, int kept, int more)
    {
        if (buffer.Length >= kept + more)
        {
            return buffer;
        }

        var grown = ArrayPool<byte>.Shared.Rent(kept + more);
        buffer.AsSpan(0, kept).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }

    private static void Put(ReadOnlySpan<byte> bytes, byte[] buffer, ref int written)
    {
        bytes.CopyTo(buffer.AsSpan(written));
        written += bytes.Length;
    }
}
