using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Skills.Remote;

namespace Legator.Backends.SkillSources;

/// <summary>Makes clients for git servers and registries. They follow no redirect by themselves, and judge the address that is really connected to, so that no source leads into the network by another name.</summary>
public sealed class SourceConnections(SkillSourceOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Where a host is asked.</summary>
    /// <exception cref="SkillSourceException">The settings do not allow it.</exception>
    public Uri BaseOf(SourceHost host)
    {
        var address = new Uri($"{(IsPlain(host) ? "http" : "https")}://{host}/");
        Check(address);
        return address;
    }

    /// <summary>Judges an address that a server sends a client to.</summary>
    /// <exception cref="SkillSourceException">The settings do not allow it.</exception>
    public void Check(Uri address)
    {
        var host = new SourceHost(address.Host.ToLowerInvariant(), address.Port);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsPlain(host)))
        {
            throw SkillSourceException.Refusing($"{host} would be asked without TLS: let it answer over https, or name it in the setting Skills:PlainHttpHosts");
        }

        if (address.UserInfo.Length > 0)
        {
            throw SkillSourceException.Refusing($"{host} is named together with a user");
        }

        if (options.AllowedHosts.Length > 0 && !options.AllowedHosts.Any(host.Matches))
        {
            throw SkillSourceException.Refusing($"{host} is none of the hosts in the setting Skills:AllowedHosts");
        }

        CheckAddress(host, AddressRules.Of(address.Host));
    }

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
        SslOptions = Tls(caBundle),
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, token),
    });

    private static SslClientAuthenticationOptions Tls(string? caBundle)
    {
        if (string.IsNullOrWhiteSpace(caBundle))
        {
            return new SslClientAuthenticationOptions();
        }

        try
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(caBundle);
            return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        catch (CryptographicException)
        {
            throw SkillSourceException.Refusing("ca.crt of the Secret holds no certificate that can be read");
        }
    }

    private bool IsPlain(SourceHost host) => options.PlainHttpHosts.Any(host.Matches);

    private void CheckAddress(SourceHost host, AddressKind kind)
    {
        var isInternal = options.InternalHosts.Any(host.Matches);
        if (kind is AddressKind.Public || (isInternal && kind is AddressKind.Private or AddressKind.Loopback))
        {
            return;
        }

        // A name without dots or in a private domain tells nothing yet: what it resolves to does.
        throw SkillSourceException.Refusing(kind is AddressKind.Private or AddressKind.Loopback
            ? $"{host} is inside of the network: name it in the setting Skills:InternalHosts to let skills come from there"
            : $"{host} is an address from which no skill may come");
    }

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint end, CancellationToken cancellationToken)
    {
        var name = end.Host.Contains(':', StringComparison.Ordinal) && !end.Host.StartsWith('[') ? $"[{end.Host}]" : end.Host;
        var host = new SourceHost(name.ToLowerInvariant(), end.Port);
        var addresses = HostAddress.Read(end.Host) is { } literal ? [literal] : await _resolve(end.Host, cancellationToken);
        foreach (var address in addresses)
        {
            CheckAddress(host, AddressRules.Of(address));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
