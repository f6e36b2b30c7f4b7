using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Namespaces carry the finalizer that empties them, their phase and the label with their own name.</summary>
internal sealed class NamespaceBehaviour : IKindBehaviour
{
    public const string Finalizer = "kubernetes";

    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        Defaults.Map(metadata, "labels")["kubernetes.io/metadata.name"] = ObjectMeta.Name(resource);
        if (old is null)
        {
            resource["spec"] = new JsonObject { ["finalizers"] = new JsonArray(Finalizer) };
            resource["status"] = new JsonObject { ["phase"] = "Active" };
        }
        else if (subresource != "finalize")
        {
            // Only the finalize subresource may touch what keeps a namespace alive.
            resource["spec"] = old["spec"]?.DeepClone() ?? new JsonObject();
        }
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
    }
}
