using System.Net;
using System.Net.Sockets;

namespace Legator.Runner.Tools.Sql;

/// <summary>
/// Stands between a driver and its server, on loopback. Drivers have no bound on what a server may send them, and some cannot be made to let go of one that drips:
/// here a bound is kept, and the end of a call ends its connections whatever the driver waits for. What goes through is not looked at; it may be encrypted.
/// </summary>
internal sealed class SqlRelay : IAsyncDisposable
{
    /// <summary>Most bytes that a server may send for one call.</summary>
    public const long MaxBytes = 32L << 20;

    // The driver's own, and those that ask the server to cancel.
    private const int MaxConnections = 4;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end;
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;
    private long _received;
    private Exception? _problem;

    public SqlRelay(string host, int port, CancellationToken cancellationToken)
    {
        (_host, _port) = (host, port);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _listener.Start(MaxConnections);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public string Host { get; } = IPAddress.Loopback.ToString();

    public int Port { get; }

    /// <summary>The server sent more than it may.</summary>
    public bool IsFull => Interlocked.Read(ref _received) > MaxBytes;

    /// <summary>Why the server could not be reached; null when it could.</summary>
    public Exception? Problem => Volatile.Read(ref _problem);

    /// <summary>Breaks all connections off.</summary>
    public Task CutAsync() => _end.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: one that is gone answers the next wait with an exception of its own.
        await CutAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relayed = new List<Task>();
        try
        {
            for (var i = 0; i < MaxConnections; i++)
            {
                relayed.Add(RelayAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The call is over.
        }

        await Task.WhenAll(relayed);
    }

    private async Task RelayAsync(Socket driver)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (driver)
        {
            try
            {
                driver.NoDelay = true;
                await server.ConnectAsync(_host, _port, _end.Token);
                using var over = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
                var sending = PumpAsync(driver, server, count: false, over.Token);
                var receiving = PumpAsync(server, driver, count: true, over.Token);
                await Task.WhenAny(sending, receiving);
                await over.CancelAsync();
                await Task.WhenAll(sending, receiving);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                Interlocked.CompareExchange(ref _problem, e as SocketException, null);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool count, CancellationToken cancellationToken)
    {
        var buffer = new byte[16384];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, cancellationToken)) > 0)
            {
                if (count && Interlocked.Add(ref _received, read) > MaxBytes)
                {
                    return;
                }

                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // One side is gone, so the other one goes too.
        }
    }
}
