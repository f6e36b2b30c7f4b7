using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Kubernetes.Commands;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Judges objects that a call brings with it.</summary>
internal static class ManifestJudge
{
    private const int MaxObjects = 1000;

    /// <summary>What the verb does to every object of the manifest.</summary>
    public static IReadOnlyList<ProposedAction> Judge(string manifest, string verb, KubectlCall call)
    {
        if (ContentReader.Read(manifest, out var problem) is not { } documents)
        {
            return [Refused(verb, $"The manifest cannot be read: {problem}.")];
        }

        var actions = new List<ProposedAction>();
        foreach (var document in documents.SelectMany(d => d is JsonArray several ? several.AsEnumerable() : [d]))
        {
            if (!Add(document, verb, call, actions, 0))
            {
                return [Refused(verb, "The manifest holds something that is no object with apiVersion, kind and metadata.")];
            }
        }

        return actions.Count > 0 ? actions : [Refused(verb, "The manifest holds no object.")];
    }

    private static bool Add(JsonNode? node, string verb, KubectlCall call, List<ProposedAction> actions, int depth)
    {
        if (node is not JsonObject item || depth > 5 || actions.Count >= MaxObjects || ObjectText.Of(item["kind"]) is not { Length: > 0 } kind || ObjectText.Of(item["apiVersion"]) is not { Length: > 0 } version)
        {
            return false;
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && item["items"] is JsonArray items)
        {
            return items.All(i => Add(i, verb, call, actions, depth + 1));
        }

        var slash = version.IndexOf('/', StringComparison.Ordinal);
        var metadata = item["metadata"] as JsonObject;
        var name = ObjectText.Of(metadata?["name"]);
        foreach (var meant in KindResolver.Resolve(slash < 0 ? "" : version[..slash], kind, call.Context))
        {
            var place = meant.Namespaced ? ObjectText.Of(metadata?["namespace"]) ?? call.Namespace : null;
            var action = KubernetesClassifier.Classify(new KubernetesOperation(verb, meant, place, name is "" ? null : name));
            actions.Add(ObjectJudge.Judge(action, meant, item));
        }

        return true;
    }

    private static ProposedAction Refused(string verb, string because) => ClusterAction.Refused(verb, RiskTier.DataMutation, because);
}
