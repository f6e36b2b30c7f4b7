using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Sorts addresses and host names into parts of the network.</summary>
public static class AddressRules
{
    private static readonly FrozenSet<IPAddress> Metadata = FrozenSet.ToFrozenSet(
    [
        IPAddress.Parse("169.254.169.254"), IPAddress.Parse("169.254.170.2"), IPAddress.Parse("169.254.170.23"),
        IPAddress.Parse("100.100.100.200"), IPAddress.Parse("192.0.0.192"), IPAddress.Parse("168.63.129.16"),
        IPAddress.Parse("169.254.0.23"), IPAddress.Parse("169.254.42.42"), IPAddress.Parse("169.254.169.253"), IPAddress.Parse("169.254.169.123"),
        IPAddress.Parse("fd00:42::42"), IPAddress.Parse("fd00:a9fe:a9fe::254"), IPAddress.Parse("fd00:ec2::253"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd00:ec2::23"), IPAddress.Parse("fd20:ce::254"),
    ]);

    private static readonly (IPNetwork Network, AddressKind Kind)[] Networks =
    [
        (IPNetwork.Parse("127.0.0.0/8"), AddressKind.Loopback),
        (IPNetwork.Parse("169.254.0.0/16"), AddressKind.LinkLocal),
        (IPNetwork.Parse("10.0.0.0/8"), AddressKind.Private),
        (IPNetwork.Parse("172.16.0.0/12"), AddressKind.Private),
        (IPNetwork.Parse("192.168.0.0/16"), AddressKind.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressKind.Private),
        (IPNetwork.Parse("198.18.0.0/15"), AddressKind.Private),
        (IPNetwork.Parse("0.0.0.0/8"), AddressKind.Reserved),
        (IPNetwork.Parse("192.0.0.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.88.99.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("224.0.0.0/3"), AddressKind.Reserved),
        (IPNetwork.Parse("::1/128"), AddressKind.Loopback),
        (IPNetwork.Parse("fe80::/10"), AddressKind.LinkLocal),
        (IPNetwork.Parse("fec0::/10"), AddressKind.Private),
        (IPNetwork.Parse("fc00::/7"), AddressKind.Private),
        (IPNetwork.Parse("64:ff9b:1::/48"), AddressKind.Private),
        (IPNetwork.Parse("2001::/32"), AddressKind.Reserved),
        (IPNetwork.Parse("2001:10::/28"), AddressKind.Reserved),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly FrozenSet<string> MetadataNames = FrozenSet.ToFrozenSet(
    [
        "metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal", "metadata.internal", "metadata.azure.internal",
        "metadata.azure.com", "metadata.tencentyun.com", "metadata.packet.net", "metadata.platformequinix.com", "api.metadata.cloud.ibm.com",
        "metadata.cloud.ibm.com", "rancher-metadata", "metadata.hetzner.cloud", "metadata.oraclecloud.com", "metadata.aliyun.com", "metadata.ec2.internal",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MetadataLookup = MetadataNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The part of the network that an address belongs to. Addresses kept for documentation count as public: nothing answers there.</summary>
    public static AddressKind Of(IPAddress address)
    {
        var plain = HostAddress.Embedded(address);
        if (Metadata.Contains(plain))
        {
            return AddressKind.CloudMetadata;
        }

        if (HostAddress.Tunnelled(plain) is { } end && Of(end) is not AddressKind.Public and var inner)
        {
            return inner;
        }

        foreach (var (network, kind) in Networks)
        {
            if (network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain))
            {
                return kind;
            }
        }

        return plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain) ? AddressKind.Public : AddressKind.Reserved;
    }

    /// <summary>The part of the network that the host of a URL belongs to, as far as its spelling tells; what a name resolves to is judged again when it is connected to.</summary>
    public static AddressKind Of(ReadOnlySpan<char> host)
    {
        if (HostAddress.Read(host) is { } address)
        {
            return Of(address);
        }

        var name = host.TrimEnd('.');
        return MetadataLookup.Contains(name) ? AddressKind.CloudMetadata
            : EndsWithLabel(name, "localhost") ? AddressKind.Loopback
            : !TopLevelDomains.Ends(name) || !name.Contains('.') || EndsWithLabel(name, "home.arpa") ? AddressKind.Private
            : WildcardNames.Of(name) ?? AddressKind.Public;
    }

    private static bool EndsWithLabel(ReadOnlySpan<char> name, string label) =>
        name.EndsWith(label, StringComparison.OrdinalIgnoreCase) && (name.Length == label.Length || name[^(label.Length + 1)] == '.');
}
