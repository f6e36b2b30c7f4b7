using Microsoft.Extensions.Options;

namespace Legator.Runner.Work;

/// <summary>Says whether this process has room for a further run. One that has not goes on with those that it has and claims no more.</summary>
internal sealed class MemoryRoom(IOptions<RunnerOptions> options)
{
    private const long Mebibyte = 1024 * 1024;

    private long Limit => options.Value.MemoryLimitMiB > 0 ? options.Value.MemoryLimitMiB * Mebibyte : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;

    /// <summary>True when what is in use, garbage left out, is more than the limit.</summary>
    public bool IsFull()
    {
        var limit = Limit;
        if (GC.GetTotalMemory(forceFullCollection: false) <= limit)
        {
            return false;
        }

        // Nothing is claimed and little is done meanwhile, so nothing else would collect it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Optimized, blocking: false);
        return GC.GetTotalMemory(forceFullCollection: false) > limit;
    }
}
