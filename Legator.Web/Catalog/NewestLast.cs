using Legator.Core.Resources.Runs;

namespace Legator.Web.Catalog;

/// <summary>Orders runs by creation; runs of the same second by name, so that the order is total and a cursor finds its place.</summary>
internal sealed class NewestLast : IComparer<LegatorRun>
{
    public static NewestLast Instance { get; } = new();

    public int Compare(LegatorRun? x, LegatorRun? y) => Compare(x!, Key(y!));

    public static int Compare(LegatorRun run, PageCursor other)
    {
        var key = Key(run);
        var byTime = Nullable.Compare(key.Time, other.Time);
        var byName = byTime != 0 ? byTime : string.CompareOrdinal(key.Name, other.Name);
        return byName != 0 ? byName : string.CompareOrdinal(key.Namespace, other.Namespace);
    }

    private static PageCursor Key(LegatorRun run) => new(run.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch, run.Metadata.Name ?? "", run.Metadata.Namespace ?? "");
}
