using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Judges <c>--raw</c>: a request to any path of the API server. A GET of a known path reads; behind a proxy, a GET can do anything.</summary>
internal static class RawPath
{
    private static readonly string[] Known = ["healthz", "readyz", "livez", "metrics", "version", "openapi", "openid", "apis", "api"];

    // What a kubelet answers about itself.
    private static readonly string[] Kubelet = ["metrics", "metrics/cadvisor", "metrics/resource", "metrics/probes", "stats/summary", "healthz", "configz", "pods"];

    /// <summary>What the request would do.</summary>
    public static IReadOnlyList<ProposedAction> Judge(KubectlCall call, string verb)
    {
        var raw = call.Values("raw").ToList();
        return raw is not [{ } path]
            ? [ClusterAction.Of(verb, RiskTier.DataMutation, "several paths are given, or one that is not known")]
            : [OnPath(path, verb)];
    }

    private static ProposedAction OnPath(string path, string verb)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var plain = query < 0 ? path : path[..query];
        if (!IsPlain(plain))
        {
            return plain == "/.well-known/openid-configuration" && verb == "get" ? ClusterAction.On(plain, verb, RiskTier.Read) : Unknown(verb, path);
        }

        var parts = plain.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Older spellings of watches and proxies.
        if (parts is ["api", _, "watch" or "proxy" or "redirect", ..] or ["apis", _, _, "watch" or "proxy", ..])
        {
            return Unknown(verb, path);
        }

        if (parts is ["api", _, _, ..] or ["apis", _, _, _, ..])
        {
            return OnResource(parts, verb, path);
        }

        return verb == "get" && parts.Length > 0 && Known.Contains(parts[0], StringComparer.Ordinal) && parts is not ["metrics", "slis", _, ..]
            ? ClusterAction.On(plain, verb, RiskTier.Read)
            : Unknown(verb, path);
    }

    private static ProposedAction OnResource(string[] parts, string verb, string path)
    {
        var group = parts[0] == "api" ? "" : parts[1];
        var rest = parts.AsSpan(parts[0] == "api" ? 2 : 3);
        string? place = null;
        if (rest is ["namespaces", _, _, ..] and not ["namespaces", _, "status" or "finalize"])
        {
            place = rest[1];
            rest = rest[2..];
        }

        var name = group.Length == 0 ? rest[0] : $"{rest[0]}.{group}";
        var kind = KubernetesKinds.Find(name) ?? new KubernetesKind(group, rest[0].ToLowerInvariant(), rest[0].ToLowerInvariant(), place is not null);
        var action = KubernetesClassifier.Classify(new KubernetesOperation(verb, kind, place, rest.Length > 1 ? rest[1] : null));
        return rest.Length < 3 ? action
            : verb == "get" && ReadsSubresource(kind, rest[2..]) ? action
            : KubernetesClassifier.Raise(action, verb == "get" ? RiskTier.DestructiveMutation : RiskTier.DataMutation, $"asks for {string.Join('/', rest[2..].ToArray())} at {path}");
    }

    private static bool ReadsSubresource(KubernetesKind kind, ReadOnlySpan<string> rest) =>
        rest is ["status" or "scale" or "log"]
        || (kind is { Group: "", Plural: "nodes" } && rest is ["proxy", ..] && Kubelet.Contains(string.Join('/', rest[1..].ToArray()), StringComparer.Ordinal))
        || kind.Group.EndsWith("metrics.k8s.io", StringComparison.Ordinal);

    private static bool IsPlain(string path)
    {
        foreach (var character in path)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('/' or '-' or '.' or '_' or ':' or '*'))
            {
                return false;
            }
        }

        return path is ['/', ..] && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);
    }

    private static ProposedAction Unknown(string verb, string path) =>
        ClusterAction.On(path.Length > 200 ? path[..200] : path, verb, verb == "get" ? RiskTier.DestructiveMutation : RiskTier.DataMutation, "what this path does is not known");
}
