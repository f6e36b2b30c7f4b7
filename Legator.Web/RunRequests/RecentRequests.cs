using System.Collections.Concurrent;
using Legator.Core.Runs;

namespace Legator.Web.RunRequests;

/// <summary>Runs that were asked for here in the last minutes, so that their pages say that they are on their way before the Operator has made them.</summary>
internal sealed class RecentRequests(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<RunKey, DateTimeOffset> requests = new();

    public void Add(RunKey run)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in requests.Where(r => r.Value <= now))
        {
            requests.TryRemove(old, out _);
        }

        requests[run] = now + Memory;
    }

    public bool Contains(RunKey run) => requests.TryGetValue(run, out var until) && until > clock.GetUtcNow();
}
