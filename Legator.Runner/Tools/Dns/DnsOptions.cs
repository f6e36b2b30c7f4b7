using System.Net;

namespace Legator.Runner.Tools.Dns;

/// <summary>Whom the DNS tools ask; configuration section <c>Runner:Dns</c>.</summary>
internal sealed class DnsOptions
{
    public const string Section = "Runner:Dns";

    /// <summary>Address of the server that is asked when a call names none, with a port where it is not 53: <c>10.0.0.53</c>, <c>[::1]:5353</c>. Default: those of the operating system.</summary>
    public string? Nameserver { get; set; }

    /// <summary>How long one server may take, 100 ms to 30 s. Default: 5 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The server as an address; null for those of the operating system.</summary>
    public IPEndPoint? Endpoint =>
        Nameserver is { Length: > 0 } && IPEndPoint.TryParse(Nameserver, out var endpoint)
            ? new IPEndPoint(endpoint.Address, endpoint.Port == 0 ? 53 : endpoint.Port)
            : null;
}
