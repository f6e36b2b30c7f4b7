using System.ComponentModel;

namespace Legator.Runner.Tools.Dns;

internal sealed record DnsReverseArguments
{
    [Description("IPv4 or IPv6 address.")]
    public required string Ip { get; init; }
}
