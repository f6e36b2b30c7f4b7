using Legator.LocalCluster.Access;

namespace Legator.LocalCluster.Tests.Access;

/// <summary>Threads that read the grants without pause.</summary>
internal sealed class GrantReaders : IAsyncDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly int[] _reads = new int[3];
    private readonly Task[] _reading;

    public GrantReaders(RoleGrants grants) =>
        _reading = [.. Enumerable.Range(0, _reads.Length).Select(reader => Task.Factory.StartNew(() => Read(grants, reader), default, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

    /// <summary>Does something, and returns when the reads that it may have met have ended.</summary>
    public Task AfterNextAsync(Action work)
    {
        int[] before = [.. _reads];
        work();
        return Eventually.IsTrueAsync("reads that began before have ended", () => _reads.Zip(before).All(r => r.First > r.Second + 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await Task.WhenAll(_reading);
        _done.Dispose();
    }

    private void Read(RoleGrants grants, int reader)
    {
        while (!_done.IsCancellationRequested)
        {
            grants.Current.ShouldNotBeNull();
            Interlocked.Increment(ref _reads[reader]);
        }
    }
}
