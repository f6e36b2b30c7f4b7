using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Pages of balancers that show their members, and change them by what stands in the query.</summary>
internal static class BalancerPages
{
    private static readonly FrozenSet<string> Pages = FrozenSet.ToFrozenSet(["balancer-manager", "balancer_manager", "jkstatus", "jk-status", "jkmanager", "upstream_conf", "mod_cluster_manager", "mod_cluster-manager", "lb-manager"]);

    // What shows a member, or the form in which it would be changed.
    private static readonly FrozenSet<string> Shows = FrozenSet.ToFrozenSet(["xml", "b", "w", "nonce", "refresh", "html", "mime", "opt", "re", "from", "sw", "upstream", "id", "verbose"]);

    private static readonly FrozenSet<string> Changes = FrozenSet.ToFrozenSet(["add", "remove", "up", "down", "drain", "weight", "backup", "max_fails", "fail_timeout", "slow_start", "max_conns", "route"]);

    /// <summary>True for a page with a field that changes something.</summary>
    public static bool Is(ApiRequest request)
    {
        var query = request.Call.Target.Url.Query;
        if (query.Length <= 1)
        {
            return false;
        }

        if (Pages.Contains(request.Last))
        {
            return QueryFields.Of(query).Exists(field => !Shows.Contains(field.Key) && !(field.Key is "cmd" && field.Value is "list" or "show" or "edit"));
        }

        if (!query.Contains("upstream=", StringComparison.Ordinal))
        {
            return false;
        }

        var fields = QueryFields.Of(query);
        return fields.Exists(field => field.Key is "server" or "id") && fields.Exists(field => Changes.Contains(field.Key));
    }
}
