using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Legator.Operator.Tests.Clusters;

/// <summary>Stands between the Operator and its API; can be cut and mended.</summary>
internal sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly int target;
    private readonly Task work;
    private volatile bool cut;

    public CuttableProxy(int target)
    {
        this.target = target;
        listener.Start();
        work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Breaks every connection and takes no new one.</summary>
    public void Cut()
    {
        cut = true;
        while (open.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    public void Mend() => cut = false;

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: one that is gone answers the next wait with an exception of its own.
        await stop.CancelAsync();
        Cut();
        await work;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                if (cut)
                {
                    return;
                }

                await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
                open.Add(client);
                open.Add(server);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), stop.Token),
                    server.GetStream().CopyToAsync(client.GetStream(), stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut.
            }
        }
    }
}
