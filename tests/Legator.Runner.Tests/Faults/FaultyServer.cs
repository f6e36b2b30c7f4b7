using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Legator.Runner.Tests.Faults;

/// <summary>A TCP server on loopback with a fault, for any protocol.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private const long Flood = 1L << 30;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Fault _fault;
    private readonly byte[] _preamble;
    private readonly bool _speaksFirst;
    private readonly Task _accepting;
    private long _sent;

    /// <param name="fault">What is wrong with it.</param>
    /// <param name="preamble">What it says rightly before the fault, e.g. the head of an answer.</param>
    /// <param name="speaksFirst">False for protocols whose client speaks first.</param>
    public FaultyServer(Fault fault, byte[]? preamble = null, bool speaksFirst = false)
    {
        (_fault, _preamble, _speaksFirst) = (fault, preamble ?? [], speaksFirst);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Bytes that it got rid of.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Connections to it that somebody in this process holds open.</summary>
    public int OpenConnections => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(c => c.RemoteEndPoint.Port == Port && c.State is TcpState.Established or TcpState.SynSent or TcpState.CloseWait);

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: one that is gone answers the next wait with an exception of its own.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var buffer = new byte[4096];
                if (!_speaksFirst)
                {
                    await socket.ReceiveAsync(buffer, _stop.Token);
                }

                await SendAsync(socket, _preamble);
                await FailAsync(socket, buffer);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The client had enough, or the test is over.
            }
        }
    }

    private async Task FailAsync(Socket socket, byte[] buffer)
    {
        switch (_fault)
        {
            case Fault.NeverAnswers:
                await DrainAsync(socket, buffer);
                break;
            case Fault.Drips:
                for (var draining = DrainAsync(socket, buffer); !draining.IsCompleted;)
                {
                    await SendAsync(socket, "x"u8.ToArray());
                    await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, _stop.Token);
                }

                break;
            case Fault.Resets:
                socket.LingerState = new LingerOption(true, 0);
                break;
            case Fault.Floods:
                var block = new byte[65536];
                Array.Fill(block, (byte)'x');
                for (long sent = 0; sent < Flood; sent += block.Length)
                {
                    await SendAsync(socket, block);
                }

                break;
            case Fault.SpeaksNonsense:
                await SendAsync(socket, [.. Enumerable.Range(0, 4096).Select(i => (byte)(0x80 | i))]);
                socket.Shutdown(SocketShutdown.Send);
                await DrainAsync(socket, buffer);
                break;
            case Fault.ClosesEarly:
                socket.Shutdown(SocketShutdown.Send);
                await DrainAsync(socket, buffer);
                break;
        }
    }

    private async Task SendAsync(Socket socket, byte[] bytes)
    {
        await socket.SendAsync(bytes, _stop.Token);
        Interlocked.Add(ref _sent, bytes.Length);
    }

    /// <summary>Takes what comes, until the other side ends.</summary>
    private async Task DrainAsync(Socket socket, byte[] buffer)
    {
        while (await socket.ReceiveAsync(buffer, _stop.Token) > 0)
        {
        }
    }
}
