using System.Net;
using System.Net.Sockets;
using DnsClient;
using Legator.Core.Actions.Classification.Http;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Dns;

/// <summary>Asks DNS servers. Nothing is cached: an agent that looks wants to know how things are now.</summary>
internal sealed class DnsResolver(IOptions<DnsOptions> options)
{
    private readonly Lazy<LookupClient> _ordinary = new(() => new LookupClient(Shape(options.Value.Endpoint is { } server ? new LookupClientOptions(server) : new LookupClientOptions(), options.Value)));

    /// <summary>Asks the server that the operator chose.</summary>
    public Task<IDnsQueryResponse> AskAsync(string name, QueryType type, CancellationToken cancellationToken) =>
        QueryAsync(_ordinary.Value, name, type, cancellationToken);

    /// <summary>Asks a server that the call names.</summary>
    /// <param name="server">Name or address.</param>
    /// <param name="name">Name that is asked about.</param>
    /// <param name="type">Type of record.</param>
    /// <param name="mayAsk">Whether the address that the server's name stands for at this moment may be asked.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="DnsRefusedException">The server has no address that may be asked.</exception>
    public async Task<IDnsQueryResponse> AskAsync(string server, string name, QueryType type, Func<IPAddress, bool> mayAsk, CancellationToken cancellationToken)
    {
        var address = HostAddress.Read(server) ?? await ResolveAsync(server, cancellationToken);
        if (!mayAsk(address))
        {
            throw new DnsRefusedException($"{server} is at {address}, which is inside, and no agent may ask it by itself.");
        }

        var client = new LookupClient(Shape(new LookupClientOptions(new IPEndPoint(address, NameServer.DefaultPort)), options.Value));
        return await QueryAsync(client, name, type, cancellationToken);
    }

    private static async Task<IDnsQueryResponse> QueryAsync(LookupClient client, string name, QueryType type, CancellationToken cancellationToken)
    {
        try
        {
            return await client.QueryAsync(name, type, QueryClass.IN, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not DnsResponseException)
        {
            // A server that does not keep to its protocol shows in whatever the library stumbles over: another id, say.
            throw new DnsRefusedException($"The server's answer makes no sense ({e.GetType().Name}).");
        }
    }

    private static async Task<IPAddress> ResolveAsync(string server, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await System.Net.Dns.GetHostAddressesAsync(server, cancellationToken);
            return addresses.Length > 0 ? addresses[0] : throw new DnsRefusedException($"The server {server} has no address.");
        }
        catch (SocketException e)
        {
            throw new DnsRefusedException($"The server {server} has no address: {e.Message}.");
        }
    }

    private static LookupClientOptions Shape(LookupClientOptions shape, DnsOptions options)
    {
        shape.UseCache = false;
        shape.ThrowDnsErrors = false;
        shape.Retries = 1;
        shape.Timeout = options.Timeout;
        shape.RequestDnsSecRecords = true;
        shape.ContinueOnDnsError = false;
        return shape;
    }
}
