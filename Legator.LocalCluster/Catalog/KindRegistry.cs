namespace Legator.LocalCluster.Catalog;

/// <summary>Holds the current catalog.</summary>
internal sealed class KindRegistry
{
    private KindCatalog _current = new([]);

    public KindCatalog Current => Volatile.Read(ref _current);

    public void Replace(IEnumerable<ResourceKind> custom) => Volatile.Write(ref _current, new KindCatalog(custom));

    /// <summary>The built-in kind of that name; asking for one that is not there is a programming error.</summary>
    public static ResourceKind Builtin(string group, string plural) => BuiltinKinds.All.First(k => k.Is(group, plural));
}
