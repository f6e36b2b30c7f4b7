using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Legator.Runner.Tools.Dns;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Tools.Dns;

/// <summary>A name server on loopback, UDP and TCP, that answers what a test tells it to.</summary>
internal sealed class LyingNameServer : IAsyncDisposable
{
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<byte[], byte[]?> _overUdp;
    private readonly Func<byte[], byte[]?> _overTcp;
    private readonly Task _serving;

    /// <param name="overUdp">Makes the answer to a question; null for none.</param>
    /// <param name="overTcp">The same, with the two bytes of its length; the connection stays open after it.</param>
    public LyingNameServer(Func<byte[], byte[]?> overUdp, Func<byte[], byte[]?>? overTcp = null)
    {
        (_overUdp, _overTcp) = (overUdp, overTcp ?? (_ => null));
        (_udp, _tcp) = Bind();
        _serving = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    public int Port => ((IPEndPoint)_tcp.LocalEndpoint).Port;

    public DnsResolver Resolver => Waiting(TimeSpan.FromSeconds(20));

    /// <summary>For answers that never come.</summary>
    public DnsResolver ImpatientResolver => Waiting(TimeSpan.FromMilliseconds(700));

    /// <summary>An answer with records in wire form, and flags beside "this is an answer".</summary>
    public static byte[] Answer(byte[] question, int flags, params byte[][] records)
    {
        var end = QuestionEnd(question);
        byte[] answer = [.. question[..end], .. records.SelectMany(r => r)];
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2), (ushort)(0x8180 | flags));
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(6), (ushort)records.Length);
        BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(8), 0);
        return answer;
    }

    /// <summary>A record of the name that was asked for.</summary>
    public static byte[] Record(int type, byte[] data) => [0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data];

    public static byte[] Sized(byte[] answer) => [(byte)(answer.Length >> 8), (byte)answer.Length, .. answer];

    public async ValueTask DisposeAsync()
    {
        // The sockets go last: one that is gone answers the next wait with an exception of its own.
        await _stop.CancelAsync();
        await _serving;
        _udp.Dispose();
        _tcp.Dispose();
        _stop.Dispose();
    }

    private DnsResolver Waiting(TimeSpan timeout) => new(Options.Create(new DnsOptions { Nameserver = $"127.0.0.1:{Port}", Timeout = timeout }));

    private static int QuestionEnd(byte[] question)
    {
        var end = 12;
        while (question[end] != 0)
        {
            end += question[end] + 1;
        }

        return end + 5;
    }

    private static (UdpClient, TcpListener) Bind()
    {
        while (true)
        {
            var tcp = new TcpListener(IPAddress.Loopback, 0);
            tcp.Start();
            try
            {
                return (new UdpClient((IPEndPoint)tcp.LocalEndpoint), tcp);
            }
            catch (SocketException)
            {
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdpAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _udp.ReceiveAsync(_stop.Token);
                if (_overUdp(asked.Buffer) is { } answer)
                {
                    await _udp.SendAsync(answer, asked.RemoteEndPoint, _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeTcpAsync()
    {
        var open = new List<Socket>();
        try
        {
            while (true)
            {
                var socket = await _tcp.AcceptSocketAsync(_stop.Token);
                open.Add(socket);
                var buffer = new byte[4096];
                var length = await socket.ReceiveAsync(buffer, _stop.Token);
                if (length > 14 && _overTcp(buffer[2..length]) is { } answer)
                {
                    await socket.SendAsync(answer, _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            open.ForEach(socket => socket.Dispose());
        }
    }
}
