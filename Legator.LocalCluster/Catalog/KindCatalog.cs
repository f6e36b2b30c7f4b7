using System.Collections.Frozen;

namespace Legator.LocalCluster.Catalog;

/// <summary>Everything that is served at one moment. Immutable: a changed definition makes a new catalog.</summary>
internal sealed class KindCatalog
{
    private readonly FrozenDictionary<(string Group, string Version, string Plural), ResourceKind> _byPath;

    public KindCatalog(IEnumerable<ResourceKind> custom)
    {
        All = [.. BuiltinKinds.All, .. custom];
        _byPath = All.ToFrozenDictionary(k => (k.Group, k.Version, k.Plural));
    }

    public IReadOnlyList<ResourceKind> All { get; }

    public ResourceKind? Find(string group, string version, string plural) =>
        _byPath.TryGetValue((group, version, plural), out ResourceKind? kind) ? kind : null;

    /// <summary>The kind in the version in which it is stored.</summary>
    public IEnumerable<ResourceKind> Stored => All.Where(k => k.IsStoredAs && !k.CreateOnly);

    public ResourceKind? Resolve(string apiVersion, string kind) => All.FirstOrDefault(k => k.ApiVersion == apiVersion && k.Kind == kind);
}
