using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Writes of well-known APIs that stop or replace more than a POST says, and reads that are none.</summary>
internal static class DangerousWrites
{
    private static readonly FrozenSet<string> Subresources = FrozenSet.ToFrozenSet(["exec", "attach", "portforward", "proxy", "eviction", "binding", "token", "approval", "finalize"]);

    private static readonly FrozenSet<string> Delicate = FrozenSet.ToFrozenSet(["heapdump", ".env", "credentials", "id_rsa", "id_ed25519", ".htpasswd", ".git-credentials", ".npmrc", ".pgpass", ".netrc", "master.key"]);

    private static readonly string[][] Tails =
    [
        ["-", "quit"], ["v1", "sys", "seal"], ["v1", "sys", "step-down"], ["v1", "agent", "leave"], ["v1", "agent", "force-leave", "*"], ["v1", "agent", "service", "deregister", "*"], ["v1", "agent", "check", "deregister", "*"], ["v1", "catalog", "deregister"], ["v1", "system", "gc"], ["exec", "*", "start"], ["containers", "*", "exec"],
        ["containers", "prune"], ["images", "prune"], ["networks", "prune"], ["build", "prune"], ["system", "prune"], ["_cluster", "reroute"], ["*", "_close"], ["v3", "cluster", "member", "remove"], ["v3", "auth", "disable"],
        ["v3", "maintenance", "defragment"], ["actuator", "shutdown"], ["actuator", "restart"], ["queues", "*", "get"], ["queues", "*", "*", "get"], ["script"], ["scripttext"], ["rollback", "*"],
    ];

    /// <summary>Judges a request that is no plain read.</summary>
    public static void JudgeWrite(ApiRequest request, HttpFindings findings)
    {
        if (IsKubernetes(request) && request.Call.Method is "PUT" or "PATCH" && request.Parts.Any(p => p is "persistentvolumes" or "persistentvolumeclaims"))
        {
            findings.Raise(RiskTier.DataMutation, "changes what holds data");
        }

        if (IsKubernetes(request) && Subresources.Contains(request.Last))
        {
            findings.Raise(RiskTier.DestructiveMutation, $"{request.Last} of the Kubernetes API reaches into what runs");
        }

        foreach (var tail in Tails)
        {
            if (request.Ends(tail))
            {
                findings.Raise(RiskTier.DestructiveMutation, $"{request.Last} stops or replaces what runs");
            }
        }
    }

    /// <summary>Judges a request whose method reads.</summary>
    public static void JudgeRead(ApiRequest request, HttpFindings findings)
    {
        if (IsKubernetes(request))
        {
            KubernetesRead(request, findings);
        }
        else if (request.Ends("attach", "ws") && request.Parts.Contains("containers"))
        {
            findings.Raise(RiskTier.DestructiveMutation, "attaches to a container");
        }
        else if (request.Begins("v1") && request.Parent == "creds" || request.Begins("v1", "*", "issue", "*") || request.Begins("v1", "*", "sign", "*"))
        {
            findings.Raise(RiskTier.ServiceMutation, "makes new credentials");
        }
        else if (Delicate.Contains(request.Last))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{request.Last} hands out secrets");
        }
        else if (request.Begins("v1", "secret"))
        {
            findings.Guard("secret");
        }
    }

    private static void KubernetesRead(ApiRequest request, HttpFindings findings)
    {
        if (request.Parts.Skip(3).Any(p => p is "exec" or "attach" or "portforward" or "proxy"))
        {
            findings.Raise(RiskTier.DestructiveMutation, "reaches into what runs through the Kubernetes API");
        }
        else if (request.Parts.Contains("secrets"))
        {
            findings.Guard("secrets");
        }
    }

    private static bool IsKubernetes(ApiRequest request) =>
        request.Begins("apis", "*", "*")
        || (request.Begins("api", "v1") && request.Parts.Length > 2
            && request.Parts[2] is "namespaces" or "nodes" or "pods" or "services" or "secrets" or "configmaps" or "persistentvolumes" or "persistentvolumeclaims" or "endpoints" or "events" or "serviceaccounts" or "watch" or "proxy");
}
