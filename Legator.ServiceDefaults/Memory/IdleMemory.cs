using System.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.ServiceDefaults.Memory;

/// <summary>
/// Gives memory back when a burst of work is over, the start being the first. The collector runs when something is allocated, so a process that fell silent after ten thousand objects
/// came by would keep for hours what they needed for a moment. Under load it does nothing.
/// </summary>
internal sealed partial class IdleMemory(TimeProvider time, ILogger<IdleMemory> logger) : BackgroundService
{
    private const long Quiet = 16 << 20;
    private const long Worthwhile = 3 << 20;

    /// <summary>The more is kept, the longer a collection takes, and the more must have been allocated for it.</summary>
    private const int WorthwhilePart = 8;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        var (collected, before) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before < Quiet && now - collected > Math.Max(Worthwhile, GC.GetTotalMemory(forceFullCollection: false) / WorthwhilePart))
            {
                Collect();
                collected = now = GC.GetTotalAllocatedBytes();
            }

            before = now;
        }
    }

    private void Collect()
    {
        var committed = GC.GetGCMemoryInfo().TotalCommittedBytes;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        FreedMemory.Trim();
        ProgramPages.Release();
        Log.Collected(logger, committed >> 20, GC.GetGCMemoryInfo().TotalCommittedBytes >> 20);
    }

    private static partial class Log
    {
        [LoggerMessage(2401, LogLevel.Debug, "Memory: {Before} MB were held, {After} MB are in use")]
        public static partial void Collected(ILogger logger, long before, long after);
    }
}
