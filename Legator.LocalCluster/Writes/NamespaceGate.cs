using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Writes;

/// <summary>Objects are created only in namespaces that exist and stay.</summary>
internal sealed class NamespaceGate(ObjectStore store)
{
    private readonly ResourceKind _namespaces = KindRegistry.Builtin("", "namespaces");

    /// <summary>Settles the object's namespace from the path and refuses a different one.</summary>
    public static void Settle(ApiRequest request, JsonObject resource)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        string given = ObjectMeta.Namespace(resource);
        if (!request.Kind.Namespaced)
        {
            if (given.Length > 0)
            {
                metadata.Remove("namespace");
            }

            return;
        }

        if (given.Length > 0 && given != request.Namespace)
        {
            throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        metadata["namespace"] = request.Namespace;
    }

    public void RequireOpen(ResourceKind kind, string ns, string name)
    {
        if (!kind.Namespaced)
        {
            return;
        }

        StoredRecord record = store.Find(_namespaces, "", ns) ?? throw ApiErrors.NotFound(_namespaces, ns);
        if (ObjectFacts.Of(record).IsDeleting)
        {
            string why = $"unable to create new content in namespace {ns} because it is being terminated";
            ApiException refused = ApiErrors.Forbidden(kind, name, why);
            throw new ApiException(refused.Code, refused.Reason, refused.Message)
            {
                Name = name,
                Group = kind.Group,
                Kind = kind.Plural,
                Causes = [new StatusCause("NamespaceTerminating", $"namespace {ns} is being terminated", "metadata.namespace")],
            };
        }
    }
}
