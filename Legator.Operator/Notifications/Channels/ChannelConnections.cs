using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Skills.Remote;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Connects to receivers of messages. Follows no redirect, and judges the address that is really connected to, so that no channel leads into the network by another name.</summary>
internal sealed class ChannelConnections(IOptions<NotificationOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public ChannelConnections(IOptions<NotificationOptions> options)
        : this(options, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>Why an address may not be connected to, as far as its spelling tells; null when it may.</summary>
    public string? Refusal(Uri address) =>
        address.Scheme is not ("http" or "https") ? $"{address.Scheme} is not http or https"
        : address.UserInfo.Length > 0 ? "the address holds a user or password: put it into the Secret"
        : Refusal(address.Host, address.Port, AddressRules.Of(address.Host)) is { } refusal ? refusal
        : address.Scheme == "http" && !IsPlain(address.Host, address.Port) ? $"{address.Host} would be asked without TLS: let it answer over https, or name it in the setting Notifications:PlainHosts"
        : null;

    /// <summary>True for hosts that are spoken to without TLS.</summary>
    public bool IsPlain(string host, int port) => options.Value.PlainHosts.Any(HostOf(host, port).Matches);

    /// <summary>A client; dispose it after use.</summary>
    /// <param name="caBundle">PEM certificates that a server's must come from; null for those that the machine trusts.</param>
    public HttpMessageInvoker Open(string? caBundle) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = caBundle is null ? new SslClientAuthenticationOptions() : new SslClientAuthenticationOptions { CertificateChainPolicy = Trust(caBundle) },
        ConnectCallback = async (context, token) => new NetworkStream(await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, token), ownsSocket: true),
    });

    /// <summary>A connection.</summary>
    /// <exception cref="ChannelRefusedException">The settings do not allow it.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = HostAddress.Read(host) is { } literal ? [literal] : await resolve(host, cancellationToken);
        foreach (var address in addresses)
        {
            if (Refusal(host, port, AddressRules.Of(address)) is { } refusal)
            {
                throw new ChannelRefusedException(refusal);
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Trust in certificates of one's own.</summary>
    /// <exception cref="ChannelRefusedException">They cannot be read.</exception>
    public static X509ChainPolicy Trust(string caBundle)
    {
        try
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(caBundle);
            return policy;
        }
        catch (CryptographicException)
        {
            throw new ChannelRefusedException("ca.crt of the Secret holds no certificate that can be read");
        }
    }

    private string? Refusal(string host, int port, AddressKind kind)
    {
        var isInternal = options.Value.InternalHosts.Any(HostOf(host, port).Matches);
        return kind is AddressKind.Public || (isInternal && kind is AddressKind.Private or AddressKind.Loopback) ? null
            : kind is AddressKind.Private or AddressKind.Loopback ? $"{host} is inside of the network: name it in the setting Notifications:InternalHosts to let messages go there"
            : $"{host} is an address to which no message may go";
    }

    private static SourceHost HostOf(string host, int port) =>
        new((host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host).ToLowerInvariant(), port);
}
