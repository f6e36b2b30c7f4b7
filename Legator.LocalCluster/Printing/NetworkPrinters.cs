using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Services, endpoints, ingresses and network policies.</summary>
internal static class NetworkPrinters
{
    public static readonly BuiltInPrinter Services = BuiltInPrinter.Named()
        .Text("Type", "How the service is reached.", o => o.Text("spec", "type"))
        .Text("Cluster-IP", "Its address inside the cluster.", o => o.Text("spec", "clusterIP").OrNone())
        .Text("External-IP", "Its addresses outside.", ExternalAddresses)
        .Text("Port(s)", "Ports and protocols.", o => string.Join(',', o.Items("spec", "ports").Select(Port)).OrNone())
        .Age()
        .Wide("Selector", "Which pods it sends to.", o => o.Labels("spec", "selector"));

    public static readonly BuiltInPrinter Endpoints = BuiltInPrinter.Named()
        .Text("Endpoints", "Addresses and ports.", EndpointAddresses)
        .Age();

    public static readonly BuiltInPrinter Ingresses = BuiltInPrinter.Named()
        .Text("Class", "Which controller serves it.", o => o.Text("spec", "ingressClassName").OrNone())
        .Text("Hosts", "Host names that it answers.", Hosts)
        .Text("Address", "Where it is reached.", o => string.Join(',', o.Items("status", "loadBalancer", "ingress").Select(Address)))
        .Text("Ports", "443 too where TLS is set up.", o => o.Count("spec", "tls") > 0 ? "80, 443" : "80")
        .Age();

    public static readonly BuiltInPrinter NetworkPolicies = BuiltInPrinter.Named()
        .Text("Pod-Selector", "Which pods it holds for.", o => o.At("spec", "podSelector").Selector())
        .Age();

    private static string Port(JsonObject port)
    {
        var protocol = port.Text("protocol") is { Length: > 0 } given ? given : "TCP";
        return port.Whole("nodePort") > 0 ? $"{port.Whole("port")}:{port.Whole("nodePort")}/{protocol}" : $"{port.Whole("port")}/{protocol}";
    }

    private static string ExternalAddresses(JsonObject service)
    {
        var given = service.Strings("spec", "externalIPs");
        return service.Text("spec", "type") switch
        {
            "ExternalName" => service.Text("spec", "externalName").OrNone(),
            "LoadBalancer" => string.Join(',', service.Items("status", "loadBalancer", "ingress").Select(Address).Concat(given)) is { Length: > 0 } all ? all : "<pending>",
            _ => string.Join(',', given).OrNone(),
        };
    }

    private static string Address(JsonObject ingress) => ingress.Text("ip") is { Length: > 0 } ip ? ip : ingress.Text("hostname");

    private static string Hosts(JsonObject ingress)
    {
        var hosts = ingress.Items("spec", "rules").Select(r => r.Text("host")).Where(h => h.Length > 0).ToArray();
        return hosts.Length == 0 ? "*" : hosts.Length > 3 ? $"{string.Join(',', hosts[..3])} + {hosts.Length - 3} more..." : string.Join(',', hosts);
    }

    private static string EndpointAddresses(JsonObject endpoints)
    {
        var all = endpoints.Items("subsets")
            .SelectMany(s => s.Items("addresses").SelectMany(a => s.Items("ports").DefaultIfEmpty().Select(p => p is null ? a.Text("ip") : $"{a.Text("ip")}:{p.Whole("port")}")))
            .ToArray();
        return all.Length > 3 ? $"{string.Join(',', all[..3])} + {all.Length - 3} more..." : string.Join(',', all).OrNone();
    }
}
