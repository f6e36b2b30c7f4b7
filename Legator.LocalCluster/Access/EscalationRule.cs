using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Access;

/// <summary>Nobody may grant what they do not hold: neither by writing a role nor by binding one, unless a rule lets them escalate or bind.</summary>
internal sealed class EscalationRule(Authorizer authorizer, RoleGrants grants)
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Checks an object that a user is about to write; the server's own writes carry no user and pass.</summary>
    public void Check(ResourceKind kind, JsonObject resource, ApiUser? user)
    {
        if (user is null || user.IsMaster || kind.Group != Group)
        {
            return;
        }

        string ns = ObjectMeta.Namespace(resource);
        bool binding = resource["roleRef"] is JsonObject;
        AccessAttributes leave = binding
            ? new AccessAttributes("bind", Group, RoleKind(resource), "", ns, ObjectMeta.Text(resource["roleRef"] as JsonObject, "name"))
            : new AccessAttributes("escalate", Group, kind.Plural, "", ns, ObjectMeta.Name(resource));
        if (authorizer.Allows(user, leave))
        {
            return;
        }

        IEnumerable<PolicyRule> granted = binding ? grants.RulesOf(resource, ns) : PolicyRule.ReadAll(resource["rules"]);
        if (granted.FirstOrDefault(rule => !Holds(user, rule, ns)) is { } missing)
        {
            throw ApiErrors.Forbidden(kind, ObjectMeta.Name(resource), $"user \"{user.Name}\" (groups=[{Quoted(user.Groups)}]) is attempting to grant RBAC permissions not currently held:\n{missing}");
        }
    }

    private static string RoleKind(JsonObject binding) =>
        ObjectMeta.Text(binding["roleRef"] as JsonObject, "kind") == "ClusterRole" ? "clusterroles" : "roles";

    private bool Holds(ApiUser user, PolicyRule rule, string ns) =>
        rule.Verbs.All(verb => rule.Paths.All(path => authorizer.Allows(user, AccessAttributes.ForPath(verb, path)))
            && rule.Groups.All(group => rule.Resources.All(resource => Names(rule).All(name => authorizer.Allows(user, Attributes(verb, group, resource, ns, name))))));

    private static string[] Names(PolicyRule rule) => rule.Names.Length == 0 ? [""] : rule.Names;

    private static AccessAttributes Attributes(string verb, string group, string resource, string ns, string name)
    {
        int slash = resource.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new AccessAttributes(verb, group, resource, "", ns, name)
            : new AccessAttributes(verb, group, resource[..slash], resource[(slash + 1)..], ns, name);
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(" ", texts.Select(t => $"\"{t}\""));
}
