using System.Text.Json.Nodes;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Finds what lets a pod out of its container, wherever in an object it stands: every operator has its own place for the pods that it makes.</summary>
internal static class PodFindings
{
    private const int MaxDepth = 110;

    /// <summary>The action, raised by what the content would let its pods do.</summary>
    public static ProposedAction Raise(ProposedAction action, JsonNode? content)
    {
        Walk(content, 0, (name, value) =>
        {
            if (Of(name, value) is var (tier, effect))
            {
                action = KubernetesClassifier.Raise(action, tier, effect);
            }
        });
        return action;
    }

    /// <summary>The action, raised by what one field would let a pod do.</summary>
    public static ProposedAction Raise(ProposedAction action, string name, JsonNode? value) =>
        Of(name, value) is var (tier, effect) ? KubernetesClassifier.Raise(action, tier, effect) : action;

    /// <summary>True when a pod of the object mounts a claim.</summary>
    public static bool MountsClaim(JsonNode content)
    {
        var found = false;
        Walk(content, 0, (name, _) => found |= name is "persistentVolumeClaim");
        return found;
    }

    private static (RiskTier, string)? Of(string name, JsonNode? value) => name switch
    {
        "privileged" when ObjectText.IsTrue(value) => (RiskTier.DataMutation, "a privileged container gets at everything on its machine"),
        "hostPath" when value is not null => (RiskTier.DataMutation, "mounts a folder of the machine"),
        "hostPID" or "hostIPC" when ObjectText.IsTrue(value) => (RiskTier.DataMutation, "gets at the processes of the machine"),
        "hostNetwork" when ObjectText.IsTrue(value) => (RiskTier.DestructiveMutation, "uses the network of the machine"),
        "procMount" when ObjectText.Of(value) is not ("Default" or null) => (RiskTier.DataMutation, "sees the machine's /proc"),
        "add" when value is JsonArray capabilities && capabilities.Any(IsStrong) => (RiskTier.DataMutation, "has capabilities that get at the machine"),
        "allowPrivilegeEscalation" when ObjectText.IsTrue(value) => (RiskTier.DestructiveMutation, "may gain privileges"),
        "nodeName" when value is not null => (RiskTier.DestructiveMutation, "chooses its own machine"),
        "serviceAccountName" or "serviceAccount" when ObjectText.Of(value) is not (null or "default") => (RiskTier.DestructiveMutation, $"runs as service account {ObjectText.Of(value)}"),
        _ => null,
    };

    private static bool IsStrong(JsonNode? capability) =>
        ObjectText.Of(capability)?.ToUpperInvariant() is "ALL" or "SYS_ADMIN" or "CAP_SYS_ADMIN" or "SYS_PTRACE" or "SYS_MODULE" or "SYS_RAWIO" or "DAC_READ_SEARCH" or "BPF" or "NET_ADMIN"
            or "CAP_ALL" or "CAP_SYS_PTRACE" or "CAP_SYS_MODULE" or "CAP_SYS_RAWIO" or "CAP_DAC_READ_SEARCH";

    private static void Walk(JsonNode? node, int depth, Action<string, JsonNode?> see)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                see(name, value);
                Walk(value, depth + 1, see);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Walk(item, depth + 1, see);
            }
        }
    }
}
