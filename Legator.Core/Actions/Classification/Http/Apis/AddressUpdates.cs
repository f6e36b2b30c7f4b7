using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Updates of dynamic names: a GET with the name, or with nothing but a token, sets the address that the name resolves to.</summary>
internal static class AddressUpdates
{
    // Whatever is asked for there with a path or a query sets an address.
    private static readonly FrozenSet<string> Hosts = FrozenSet.ToFrozenSet(
    [
        "sync.afraid.org", "v6.sync.afraid.org", "update.dedyn.io", "update6.dedyn.io", "ipv4.cloudns.net", "ipv6.cloudns.net", "update.dnsexit.com", "dynupdate.no-ip.com", "dynupdate6.no-ip.com", "members.dyndns.org", "update.spdyn.de",
        "dyn.dns.he.net", "dynamicdns.park-your-domain.com", "nic.changeip.com", "dyndns.strato.com", "dyndns.inwx.com", "dyndns.kasserver.com", "dynamic.zoneedit.com", "update.ddnss.de", "carol.selfhost.de", "ipv4.dynv6.com", "ipv6.dynv6.com",
        "ddns.do.de", "dyn.dnsmadeeasy.com", "cp.dnsmadeeasy.com", "dyndns.topdns.com", "update.dyndns.it", "nic.ddnskey.com", "dynamic.name-services.com", "ddns.regfish.de", "dyndns.regfish.de",
    ]);

    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(["ddns", "dyndns", "dyn", "dynupdate", "dynamicdns", "dyn-dns", "nic", "dynip", "dynamic"]);

    private static readonly FrozenSet<string> Addresses = FrozenSet.ToFrozenSet(["myip", "myipv4", "myipv6", "newip", "dnsto", "ipv4addr", "ipv6addr"]);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["hostname", "hostnames", "host", "domain", "domains", "zone", "record", "name", "subdomain", "token", "key"]);

    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(["ip", "ipv4", "ipv6", "address", "addr", "a", "token", "password", "key"]);

    /// <summary>True for one of them.</summary>
    public static bool Is(ApiRequest request)
    {
        var parts = request.Parts;
        var query = request.Call.Target.Url.Query;
        if (Hosts.Contains(request.Host))
        {
            return parts.Length > 0 ? parts is not [("ip" or "myip" or "status" or "health")] : query.Length > 1 || request.Host.StartsWith("update", StringComparison.Ordinal);
        }

        if (request.Ends("nic", "update") || parts.Contains("dynamicurl") || (parts is ["update", _, ..] && request.IsUnder("duckdns.org")) || (parts is ["u", _] && request.Host.StartsWith("sync.", StringComparison.Ordinal)))
        {
            return true;
        }

        if (query.Length < 4)
        {
            return false;
        }

        var dynamic = Labels.Contains(request.Host[..Math.Max(request.Host.IndexOf('.', StringComparison.Ordinal), 0)]) || parts.Contains("dyn") || parts.Contains("ddns") || parts.Contains("dyndns");
        if (!dynamic && !query.Contains("ip", StringComparison.OrdinalIgnoreCase) && !query.Contains("dnsto", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (address, name, plain) = (false, false, false);
        foreach (var (key, value) in QueryFields.Of(query))
        {
            address |= Addresses.Contains(key);
            name |= value.Length > 0 && Names.Contains(key);
            plain |= Plain.Contains(key);
        }

        return name && (address || (dynamic && plain));
    }
}
