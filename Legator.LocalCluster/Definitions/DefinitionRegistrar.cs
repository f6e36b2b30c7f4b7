using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Definitions;

/// <summary>Keeps the catalog in step with the stored definitions. A definition is served before its writer is answered.</summary>
internal sealed class DefinitionRegistrar(ObjectStore store, KindRegistry registry) : IWriteObserver
{
    private readonly ResourceKind _definitions = KindRegistry.Builtin("apiextensions.k8s.io", "customresourcedefinitions");
    private readonly Lock _gate = new();
    private Dictionary<string, (long Revision, IReadOnlyList<ResourceKind> Kinds)> _compiled = [];

    public void Written(ResourceKind kind)
    {
        if (kind == _definitions)
        {
            Refresh();
        }
    }

    public void Refresh()
    {
        lock (_gate)
        {
            Dictionary<string, (long Revision, IReadOnlyList<ResourceKind> Kinds)> compiled = [];
            foreach (StoredRecord record in store.Revisions.Read(_definitions.Collection).Records)
            {
                compiled[record.Name] = _compiled.TryGetValue(record.Name, out (long Revision, IReadOnlyList<ResourceKind> Kinds) known) && known.Revision == record.Revision
                    ? known
                    : (record.Revision, DefinitionCompiler.Compile(ObjectStore.Parse(record)));
            }

            _compiled = compiled;
            registry.Replace(compiled.Values.SelectMany(c => c.Kinds));
        }
    }
}
