using System.Net;
using System.Net.Sockets;

namespace Legator.Backends.Tests.Servers;

/// <summary>Stands between a process and a server and does what networks do: refuses, resets in the middle of a message, falls silent, forgets connections, is slow. It knows no protocol.</summary>
internal sealed class TcpFaultProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Line> _lines = [];
    private TcpListener? _listener;
    private TaskCompletionSource _flowing = Flowing();
    private TimeSpan _delay;

    /// <param name="target">Port of the server on the loopback address.</param>
    public TcpFaultProxy(int target)
    {
        _target = target;
        Port = ServerProcess.FreePort();
        Listen();
    }

    /// <summary>Where the process is to connect to.</summary>
    public int Port { get; }

    /// <summary>Connections that are open.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Resets every connection, whatever is on its way; new ones are taken.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _lines.ToList().ForEach(line => line.Reset());
        }
    }

    /// <summary>Resets every connection and takes no new ones.</summary>
    public void Refuse()
    {
        lock (_gate)
        {
            _listener?.Stop();
            _listener = null;
        }

        Cut();
    }

    /// <summary>Takes connections and data, and hands nothing on until it is told to <see cref="Pass"/>; then nothing of it was lost.</summary>
    public void Stall()
    {
        lock (_gate)
        {
            _flowing = _flowing.Task.IsCompleted ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : _flowing;
        }
    }

    /// <summary>Says nothing any more on the connections that are open, not even that they are dead; new ones are served. What a firewall does that has lost its table.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _lines.ToList().ForEach(line => line.IsForgotten = true);
        }
    }

    /// <summary>Hands everything on late.</summary>
    public void Delay(TimeSpan delay) => _delay = delay;

    /// <summary>Ends every fault.</summary>
    public void Pass()
    {
        _delay = TimeSpan.Zero;
        lock (_gate)
        {
            _flowing.TrySetResult();
            if (_listener is null)
            {
                Listen();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Refuse();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private void Listen()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It refuses from now on.
        }
    }

    private async Task ServeAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var line = new Line(near, far);
        lock (_gate)
        {
            _lines.Add(line);
        }

        try
        {
            await far.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _target), _end.Token);
            (near.NoDelay, far.NoDelay) = (true, true);
            await Task.WhenAll(PumpAsync(line, near, far), PumpAsync(line, far, near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone, and the other learns of it.
        }

        lock (_gate)
        {
            _lines.Remove(line);
        }

        line.Reset();
    }

    private async Task PumpAsync(Line line, Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[32 * 1024];
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var count)
            {
                await _flowing.Task.WaitAsync(_end.Token);
                if (line.IsForgotten)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token);
                }

                if (_delay > TimeSpan.Zero)
                {
                    await Task.Delay(_delay, TimeProvider.System, _end.Token);
                }

                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _end.Token);
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            line.Reset();
            throw;
        }
    }

    /// <summary>One connection, both halves.</summary>
    private sealed class Line(Socket near, Socket far)
    {
        public volatile bool IsForgotten;

        public void Reset()
        {
            Reset(near);
            Reset(far);
        }

        private static void Reset(Socket socket)
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It was never connected, or is closed.
            }

            socket.Dispose();
        }
    }
}
