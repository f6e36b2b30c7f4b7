using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Rollbacks;

/// <summary>How changes of objects are taken back, made out by reading them and by dry runs as the agent.</summary>
internal static class Inverse
{
    private static readonly string[] Bookkeeping = ["uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"];

    /// <summary>A change of one object by its dry run.</summary>
    /// <param name="target">The object.</param>
    /// <param name="rehearse">The change, made as somebody else; answers the object afterwards.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ActionRollback> ByDryRunAsync(KubernetesObject target, Func<KubernetesObject, CancellationToken, Task<JsonObject?>> rehearse, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before)
        {
            return ActionRollback.None($"There was no {target.Phrase}.");
        }

        var after = await rehearse(target with { Access = target.Access with { Call = target.Call with { DryRun = true } } }, cancellationToken);
        return after is null ? ActionRollback.None("A dry run does not say what becomes of it.") : ObjectInverse.Of(target, before, after);
    }

    /// <summary>An object that the action makes: it is deleted again, unless it was changed since.</summary>
    /// <param name="target">The object.</param>
    /// <param name="asked">What the manifest says.</param>
    /// <param name="after">What a dry run made of it.</param>
    public static RollbackStep OfCreation(KubernetesObject target, JsonObject asked, JsonObject after)
    {
        var fields = new List<RollbackField>();
        Leaves(asked, ObjectSecrets.Masked(asked), after, "", fields);
        return new RollbackStep("kubectl.delete", ObjectInverse.Arguments(target, []), $"Delete {target.Phrase}, which there was not before") { Fields = fields };
    }

    /// <summary>An object that the action deletes: it is made again from its manifest.</summary>
    public static ActionRollback OfDeletion(KubernetesObject target, JsonObject? before)
    {
        if (before is null)
        {
            return ActionRollback.None($"There was no {target.Phrase}.");
        }

        if (ObjectFields.Items(before, "metadata", "ownerReferences").Any(o => ObjectFields.Text(o, "controller") == "true"))
        {
            return ActionRollback.None($"Its controller makes {target.Phrase} again, or another in its place.");
        }

        if (!JsonNode.DeepEquals(before, ObjectSecrets.Masked(before)))
        {
            return ActionRollback.None($"{target.Phrase} holds secrets, which are not recorded.");
        }

        var manifest = (JsonObject)before.DeepClone();
        manifest.Remove("status");
        foreach (var field in Bookkeeping)
        {
            (manifest["metadata"] as JsonObject)?.Remove(field);
        }

        var arguments = JsonSerializer.SerializeToElement(new JsonObject { ["manifest"] = manifest.ToJsonString(LegatorJson.Options) }, LegatorJson.Options);
        return ActionRollback.By(new RollbackStep("kubectl.apply", arguments, $"Make {target.Phrase} again as it was; what went with it does not come back by this") { Missing = true });
    }

    private static void Leaves(JsonNode? asked, JsonNode? shown, JsonNode? after, string path, List<RollbackField> fields)
    {
        switch (asked)
        {
            case JsonObject map:
                foreach (var (name, value) in map.Where(m => path.Length > 0 || m.Key is not ("apiVersion" or "kind" or "status")))
                {
                    Leaves(value, (shown as JsonObject)?[name], (after as JsonObject)?[name], JsonPointer.Below(path, name), fields);
                }

                break;
            case JsonArray list when after is JsonArray made && made.Count == list.Count:
                for (var i = 0; i < list.Count; i++)
                {
                    Leaves(list[i], (shown as JsonArray)?[i], made[i], JsonPointer.Below(path, $"{i}"), fields);
                }

                break;
            case not null when after is JsonValue && JsonNode.DeepEquals(asked, shown):
                fields.Add(new RollbackField(path, null, ObjectInverse.Element(after)));
                break;
        }
    }
}
