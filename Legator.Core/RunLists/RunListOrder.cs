namespace Legator.Core.RunLists;

/// <summary>The order of places: oldest first, so that lists read it backwards.</summary>
public sealed class RunListOrder : IComparer<RunListPlace>
{
    /// <summary>The one instance.</summary>
    public static RunListOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(RunListPlace? x, RunListPlace? y)
    {
        var byTime = x!.Time.CompareTo(y!.Time);
        var byName = byTime != 0 ? byTime : string.CompareOrdinal(x.Name, y.Name);
        return byName != 0 ? byName : string.CompareOrdinal(x.Namespace, y.Namespace);
    }
}
