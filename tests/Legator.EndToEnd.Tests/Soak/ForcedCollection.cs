using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Legator.EndToEnd.Tests.Soak;

/// <summary>Makes another .NET process collect everything that nobody uses any more, by the diagnostics socket that each has: a trace is begun of which the collection is a part, and ended.</summary>
internal static class ForcedCollection
{
    private const int HeaderSize = 20;
    private const byte Tracing = 2;
    private const byte Start = 3;
    private const byte Stop = 1;
    private const byte Answers = 0xff;
    private const byte Fine = 0;
    private const ulong Collect = 0x80_0000;
    private static readonly byte[] Magic = "DOTNET_IPC_V1\0"u8.ToArray();

    public static async Task RunAsync(int process, CancellationToken cancellationToken)
    {
        var path = Directory.GetFiles(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"dotnet-diagnostic-{process}-*-socket")).Single();
        await using var trace = await AskAsync(path, Start, Request(), cancellationToken);
        var session = await ReadAnswerAsync(trace, cancellationToken);
        await using var end = await AskAsync(path, Stop, session, cancellationToken);
        await trace.CopyToAsync(Stream.Null, cancellationToken);
        await ReadAnswerAsync(end, cancellationToken);
    }

    private static byte[] Request()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(1u); // megabytes of buffer
        writer.Write(1u); // the present format
        writer.Write(false); // nothing about what is loaded
        writer.Write(1u); // one provider
        writer.Write(Collect);
        writer.Write(4u); // informational
        WriteText(writer, "Microsoft-Windows-DotNETRuntime");
        WriteText(writer, "");
        return memory.ToArray();
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write((uint)text.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }

    private static async Task<NetworkStream> AskAsync(string path, byte command, byte[] body, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        var message = new byte[HeaderSize + body.Length];
        Magic.CopyTo(message, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        (message[16], message[17]) = (Tracing, command);
        body.CopyTo(message, HeaderSize);
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(message, cancellationToken);
        return stream;
    }

    private static async Task<byte[]> ReadAnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderSize];
        await stream.ReadExactlyAsync(header, cancellationToken);
        var body = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(14)) - HeaderSize];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return header[16] == Answers && header[17] == Fine ? body : throw new InvalidOperationException($"The runtime begins no trace: {Convert.ToHexString(body)}");
    }
}
