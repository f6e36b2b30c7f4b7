using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Namespaces, nodes, configuration, identities, events and leases.</summary>
internal static class ClusterPrinters
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static readonly BuiltInPrinter NameAndAge = BuiltInPrinter.Named().Age();

    public static readonly BuiltInPrinter NameAndCreatedAt = BuiltInPrinter.Named().CreatedAt();

    public static readonly BuiltInPrinter Namespaces = BuiltInPrinter.Named()
        .Text("Status", "Active, or on its way out.", o => o.Text("status", "phase"))
        .Age();

    public static readonly BuiltInPrinter ConfigMaps = BuiltInPrinter.Named()
        .Text("Data", "How many keys it holds.", o => PrintedFields.Number(o.Count("data") + o.Count("binaryData")))
        .Age();

    public static readonly BuiltInPrinter Secrets = BuiltInPrinter.Named()
        .Text("Type", "What the secret is for.", o => o.Text("type"))
        .Text("Data", "How many keys it holds.", o => PrintedFields.Number(o.Count("data")))
        .Age();

    public static readonly BuiltInPrinter ServiceAccounts = BuiltInPrinter.Named()
        .Text("Secrets", "How many secrets belong to it.", o => PrintedFields.Number(o.Count("secrets")))
        .Age();

    public static readonly BuiltInPrinter Leases = BuiltInPrinter.Named()
        .Text("Holder", "Who holds it.", o => o.Text("spec", "holderIdentity"))
        .Age();

    public static readonly BuiltInPrinter RoleBindings = BuiltInPrinter.Named()
        .Text("Role", "The role that it grants.", o => $"{o.Text("roleRef", "kind")}/{o.Text("roleRef", "name")}")
        .Age()
        .Wide("Users", "Users that hold it.", o => Subjects(o, "User"))
        .Wide("Groups", "Groups that hold it.", o => Subjects(o, "Group"))
        .Wide("ServiceAccounts", "Service accounts that hold it.", o => Subjects(o, "ServiceAccount"));

    public static readonly BuiltInPrinter PriorityClasses = BuiltInPrinter.Named()
        .Whole("Value", "The priority.", o => o.Whole("value"))
        .Text("Global-Default", "Whether it holds for pods that name none.", o => o.Text("globalDefault") is "true" ? "true" : "false")
        .Age();

    public static readonly BuiltInPrinter PodDisruptionBudgets = BuiltInPrinter.Named()
        .Text("Min Available", "Pods that must stay up.", o => o.Text("spec", "minAvailable") is { Length: > 0 } min ? min : "N/A")
        .Text("Max Unavailable", "Pods that may be down.", o => o.Text("spec", "maxUnavailable") is { Length: > 0 } max ? max : "N/A")
        .Whole("Allowed Disruptions", "Pods that may be taken down now.", o => o.Whole("status", "disruptionsAllowed"))
        .Age();

    public static readonly BuiltInPrinter Nodes = BuiltInPrinter.Named()
        .Text("Status", "Whether the node is ready.", NodeStatus)
        .Text("Roles", "What the node is for.", Roles)
        .Age()
        .Text("Version", "The version of its kubelet.", o => o.Text("status", "nodeInfo", "kubeletVersion"))
        .Wide("Internal-IP", "Its address inside the cluster.", o => Address(o, "InternalIP"))
        .Wide("External-IP", "Its address outside.", o => Address(o, "ExternalIP"))
        .Wide("OS-Image", "Its operating system.", o => OrUnknown(o.Text("status", "nodeInfo", "osImage")))
        .Wide("Kernel-Version", "Its kernel.", o => OrUnknown(o.Text("status", "nodeInfo", "kernelVersion")))
        .Wide("Container-Runtime", "What runs its containers.", o => OrUnknown(o.Text("status", "nodeInfo", "containerRuntimeVersion")));

    private static string NodeStatus(JsonObject node)
    {
        var ready = node.Items("status", "conditions").FirstOrDefault(c => c.Text("type") == "Ready");
        var status = ready is null ? "Unknown" : ready.Text("status") == "True" ? "Ready" : "NotReady";
        return node.Text("spec", "unschedulable") == "true" ? status + ",SchedulingDisabled" : status;
    }

    private static string Roles(JsonObject node)
    {
        var labels = node.At("metadata", "labels") as JsonObject ?? [];
        var roles = labels.Select(l => l.Key.StartsWith(RolePrefix, StringComparison.Ordinal) ? l.Key[RolePrefix.Length..] : l.Key == "kubernetes.io/role" ? l.Value.Text() : "")
            .Where(r => r.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return string.Join(',', roles).OrNone();
    }

    private static string Address(JsonObject node, string type) =>
        (node.Items("status", "addresses").FirstOrDefault(a => a.Text("type") == type)?.Text("address") ?? "").OrNone();

    private static string OrUnknown(string text) => text.Length > 0 ? text : HumanDuration.Unknown;

    private static string Subjects(JsonObject binding, string kind) =>
        string.Join(", ", binding.Items("subjects").Where(s => s.Text("kind") == kind).Select(s => kind == "ServiceAccount" ? $"{s.Text("namespace")}/{s.Text("name")}" : s.Text("name")));
}
