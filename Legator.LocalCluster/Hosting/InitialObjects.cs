using System.Text.Json.Nodes;
using Legator.Core.Resources.Schema;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Hosting;

/// <summary>What every cluster has from its first moment: its namespaces, the cluster-admin role and our own definitions.</summary>
internal sealed class InitialObjects(ObjectStore store, ObjectCreator creator)
{
    private static readonly string[] _namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public async Task EnsureAsync()
    {
        foreach (string name in _namespaces)
        {
            await EnsureAsync(KindRegistry.Builtin("", "namespaces"), "", name, []).ConfigureAwait(false);
            await EnsureAsync(KindRegistry.Builtin("", "serviceaccounts"), name, "default", []).ConfigureAwait(false);
        }

        ResourceKind definitions = KindRegistry.Builtin("apiextensions.k8s.io", "customresourcedefinitions");
        foreach (JsonObject definition in LegatorCrds.All)
        {
            await EnsureAsync(definitions, "", ObjectMeta.Name(definition), (JsonObject)definition.DeepClone()).ConfigureAwait(false);
        }
    }

    private async Task EnsureAsync(ResourceKind kind, string ns, string name, JsonObject content)
    {
        if (store.Find(kind, ns, name) is not null)
        {
            return;
        }

        content["apiVersion"] = kind.ApiVersion;
        content["kind"] = kind.Kind;
        JsonObject metadata = ObjectMeta.Of(content);
        metadata["name"] = name;
        if (kind.Namespaced)
        {
            metadata["namespace"] = ns;
        }

        await creator.CreateAsync(kind, content, WriteIntent.Server(kind.ApiVersion)).ConfigureAwait(false);
    }
}
