using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>
/// The shapes of built-in kinds. Their list keys are the same wherever a field name occurs, so the field's name decides;
/// what is not named here is a plain map or an atomic list.
/// </summary>
internal sealed class BuiltinShape : FieldShape
{
    public static readonly BuiltinShape Root = new("");

    private static readonly Dictionary<string, string[]> _maps = new(StringComparer.Ordinal)
    {
        ["containers"] = ["name"],
        ["initContainers"] = ["name"],
        ["ephemeralContainers"] = ["name"],
        ["volumes"] = ["name"],
        ["env"] = ["name"],
        ["imagePullSecrets"] = ["name"],
        ["secrets"] = ["name"],
        ["volumeMounts"] = ["mountPath"],
        ["volumeDevices"] = ["devicePath"],
        ["ports"] = ["containerPort", "port", "protocol"],
        ["conditions"] = ["type"],
        ["ownerReferences"] = ["uid"],
        ["hostAliases"] = ["ip"],
        ["podIPs"] = ["ip"],
        ["addresses"] = ["type"],
        ["topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"],
        ["resourceClaims"] = ["name"],
        ["schedulingGates"] = ["name"],
    };

    private static readonly HashSet<string> _sets = new(StringComparer.Ordinal) { "finalizers" };

    private static readonly HashSet<string> _atomicMaps = new(StringComparer.Ordinal)
    {
        "selector", "nodeSelector", "labelSelector", "secretKeyRef", "configMapKeyRef", "fieldRef", "resourceFieldRef", "involvedObject", "regarding",
        "roleRef", "claimRef", "scaleTargetRef", "loadBalancer", "namespaceSelector", "podSelector",
    };

    private readonly string _name;

    private BuiltinShape(string name) => _name = name;

    public override ListForm List => _maps.ContainsKey(_name) ? ListForm.Map : _sets.Contains(_name) ? ListForm.Set : ListForm.Atomic;

    public override IReadOnlyList<string> Keys => _maps.GetValueOrDefault(_name, []);

    public override bool AtomicMap => _atomicMaps.Contains(_name);

    public override FieldShape Items => _plain;

    private static readonly BuiltinShape _plain = new("");
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, BuiltinShape> _named = new(StringComparer.Ordinal);

    public override FieldShape Property(string name) =>
        _maps.ContainsKey(name) || _sets.Contains(name) || _atomicMaps.Contains(name) ? _named.GetOrAdd(name, n => new BuiltinShape(n)) : _plain;

    public override JsonNode? KeyDefault(string key) => key == "protocol" ? "TCP" : null;
}
