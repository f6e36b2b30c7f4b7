namespace Legator.LocalCluster.Access;

/// <summary>Decides who may do what: masters all, others what RBAC grants them and what every authenticated user may. Nothing else.</summary>
internal sealed class Authorizer(RoleGrants grants)
{
    private static readonly string[] _openPaths = ["/healthz", "/livez", "/readyz", "/version"];
    private static readonly string[] _discovery = ["/api", "/apis", "/openapi"];

    public bool Allows(ApiUser user, AccessAttributes wanted)
    {
        if (user.IsMaster || ForEverybody(wanted))
        {
            return true;
        }

        foreach (RoleGrant grant in grants.Current)
        {
            bool covers = grant.Namespace.Length == 0 || (grant.Namespace == wanted.Namespace && wanted.Path.Length == 0);
            if (covers && grant.Reaches(user) && grant.Rules.Any(r => r.Allows(wanted)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The rules that a user has in a namespace, for rule reviews.</summary>
    public IEnumerable<PolicyRule> RulesOf(ApiUser user, string ns)
    {
        if (user.IsMaster)
        {
            yield return new PolicyRule(["*"], ["*"], ["*"], [], []);
            yield return new PolicyRule(["*"], [], [], [], ["*"]);
        }

        foreach (PolicyRule rule in grants.Current.Where(g => (g.Namespace.Length == 0 || g.Namespace == ns) && g.Reaches(user)).SelectMany(g => g.Rules))
        {
            yield return rule;
        }

        yield return new PolicyRule(["create"], ["authorization.k8s.io"], ["selfsubjectaccessreviews", "selfsubjectrulesreviews"], [], []);
        yield return new PolicyRule(["create"], ["authentication.k8s.io"], ["selfsubjectreviews"], [], []);
        yield return new PolicyRule(["get"], [], [], [], ["/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version"]);
    }

    // What system:discovery and system:basic-user give to every authenticated user of a real cluster.
    private static bool ForEverybody(AccessAttributes wanted)
    {
        if (wanted.Path.Length > 0)
        {
            return wanted.Verb == "get" && (_openPaths.Concat(_discovery).Any(p => wanted.Path == p || wanted.Path.StartsWith(p + "/", StringComparison.Ordinal)));
        }

        return wanted is { Verb: "create", Group: "authorization.k8s.io", Resource: "selfsubjectaccessreviews" or "selfsubjectrulesreviews" }
            or { Verb: "create", Group: "authentication.k8s.io", Resource: "selfsubjectreviews" };
    }
}
