using System.Net;
using System.Net.Sockets;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Connectivity;

namespace Legator.ServiceDefaults.Connectivity;

/// <summary>Opens a TCP connection to an endpoint and closes it again; sends nothing.</summary>
internal static class EndpointProbe
{
    /// <returns>Null when it answers; else what happened.</returns>
    public static async Task<string?> TryAsync(string url, CancellationToken deadline)
    {
        if (!ProbeTarget.TryRead(url, out var target, out var problem))
        {
            return problem;
        }

        try
        {
            var addresses = HostAddress.Read(target.Host) is { } literal ? [literal] : await Dns.GetHostAddressesAsync(target.Host, deadline).WaitAsync(deadline);
            var allowed = addresses.Where(MayDial).ToArray();
            return allowed.Length == 0
                ? addresses.Length == 0 ? "its name has no address" : "its address is none that may be dialled"
                : await ConnectAsync(allowed, target.Port, deadline);
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
        catch (SocketException exception)
        {
            return Words(exception.SocketErrorCode);
        }
    }

    private static async Task<string?> ConnectAsync(IPAddress[] addresses, int port, CancellationToken deadline)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(addresses, port, deadline);
        return null;
    }

    /// <summary>Whoever names an endpoint may name private ones; what hands out credentials or belongs to nobody is not even knocked at.</summary>
    private static bool MayDial(IPAddress address) => AddressRules.Of(address) is AddressKind.Public or AddressKind.Private or AddressKind.Loopback;

    private static string Words(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name cannot be resolved",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to it",
        SocketError.TimedOut => "no answer in time",
        _ => $"it cannot be connected to ({error})",
    };
}
