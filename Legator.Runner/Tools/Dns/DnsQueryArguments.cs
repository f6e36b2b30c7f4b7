using System.ComponentModel;

namespace Legator.Runner.Tools.Dns;

internal sealed record DnsQueryArguments
{
    [Description("Name to ask about, e.g. example.com.")]
    public required string Domain { get; init; }

    [Description("A, AAAA, CNAME, MX, TXT, NS, SRV, CAA, SOA or PTR. Default: A.")]
    public string? Type { get; init; }

    [Description("Name or address of the DNS server to ask. Default: the one that the runner uses.")]
    public string? Server { get; init; }
}
