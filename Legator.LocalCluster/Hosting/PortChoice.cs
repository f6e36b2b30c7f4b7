using System.Net;
using System.Net.Sockets;

namespace Legator.LocalCluster.Hosting;

/// <summary>Picks the port: the one asked for, else that of the last start when it is free, else any.</summary>
internal static class PortChoice
{
    public static int Choose(IPAddress address, int wanted, int last)
    {
        if (wanted > 0)
        {
            return IsFree(address, wanted)
                ? wanted
                : throw new LocalClusterStartException($"--port {wanted}: the port is taken on {address}; choose another one, or 0 for any");
        }

        return last > 0 && IsFree(address, last) ? last : 0;
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using Socket probe = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(address, port));
            probe.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
