using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Access;

/// <summary>The grants that the stored RBAC objects make, worked out anew after one of them was written.</summary>
internal sealed class RoleGrants(ObjectStore store) : IWriteObserver
{
    private const string Group = "rbac.authorization.k8s.io";
    private readonly ResourceKind _roles = KindRegistry.Builtin(Group, "roles");
    private readonly ResourceKind _clusterRoles = KindRegistry.Builtin(Group, "clusterroles");
    private readonly ResourceKind _bindings = KindRegistry.Builtin(Group, "rolebindings");
    private readonly ResourceKind _clusterBindings = KindRegistry.Builtin(Group, "clusterrolebindings");
    private long _writes;
    private BuiltGrants? _built;

    public IReadOnlyList<RoleGrant> Current
    {
        get
        {
            // Counted before the store is read: what a write has overtaken while it was built is built again.
            long writes = Volatile.Read(ref _writes);
            BuiltGrants? built = Volatile.Read(ref _built);
            if (built?.Writes != writes)
            {
                built = new BuiltGrants(writes, Build());
                Volatile.Write(ref _built, built);
            }

            return built.Grants;
        }
    }

    public void Written(ResourceKind kind)
    {
        if (kind.Group == Group)
        {
            Interlocked.Increment(ref _writes);
        }
    }

    private List<RoleGrant> Build()
    {
        List<RoleGrant> grants = [];
        foreach (StoredRecord record in store.Revisions.Read(_clusterBindings.Collection).Records)
        {
            grants.Add(Grant(ObjectStore.Parse(record), ""));
        }

        foreach (StoredRecord record in store.Revisions.Read(_bindings.Collection).Records)
        {
            grants.Add(Grant(ObjectStore.Parse(record), ObjectStore.NamespaceOf(_bindings, record)));
        }

        return grants;
    }

    /// <summary>The rules of the role that a binding names; none when there is no such role.</summary>
    public IEnumerable<PolicyRule> RulesOf(JsonObject binding, string ns)
    {
        JsonObject? roleRef = binding["roleRef"] as JsonObject;
        string name = ObjectMeta.Text(roleRef, "name");
        StoredRecord? role = ObjectMeta.Text(roleRef, "kind") switch
        {
            "ClusterRole" => store.Find(_clusterRoles, "", name),
            "Role" when ns.Length > 0 => store.Find(_roles, ns, name),
            _ => null,
        };
        return role is null ? [] : PolicyRule.ReadAll(ObjectStore.Parse(role)["rules"]);
    }

    private RoleGrant Grant(JsonObject binding, string ns) => new(
        ns,
        [.. Items(binding["subjects"]).Select(s => new RoleSubject(
            ObjectMeta.Text(s, "kind"), ObjectMeta.Text(s, "name"), ObjectMeta.Text(s, "namespace") is { Length: > 0 } given ? given : ns))],
        [.. RulesOf(binding, ns)]);

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Grants, and the number of writes after which they were worked out.</summary>
    private sealed record BuiltGrants(long Writes, IReadOnlyList<RoleGrant> Grants);
}
