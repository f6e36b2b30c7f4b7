using System.Text;

namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>Reads the end of a log of any length in bounded memory. What the API is asked to leave out it leaves out at the end, where the newest lines are.</summary>
internal static class LogTail
{
    private const int MaxRead = 32 * 1024 * 1024;

    public static async Task<LogText> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var window = new byte[maxBytes * 2];
        var (length, total) = (0, 0L);
        int read;
        while (total < MaxRead && (read = await stream.ReadAsync(window.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            total += read;
            if (length > maxBytes)
            {
                window.AsSpan(length - maxBytes, maxBytes).CopyTo(window);
                length = maxBytes;
            }
        }

        return new LogText(Encoding.UTF8.GetString(Whole(window.AsSpan(0, length), total > length)), total > length);
    }

    /// <summary>Leaves out what is left of a character that was cut.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes, bool cut)
    {
        var begin = 0;
        while (cut && begin < bytes.Length && begin < 4 && (bytes[begin] & 0xC0) == 0x80)
        {
            begin++;
        }

        return bytes[begin..];
    }
}
