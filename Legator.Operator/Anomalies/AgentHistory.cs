using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Runs;

namespace Legator.Operator.Anomalies;

/// <summary>The latest runs of each agent, so many and no more. Who begins to lead reads those of an agent when the next one of it is over.</summary>
internal sealed class AgentHistory(RunBook book, ResourceClient<LegatorRun> runs, Informer<LegatorAgent> agents)
{
    /// <summary>So many runs of an agent are remembered.</summary>
    public const int MostRuns = 20;

    private const int MostRead = 10;
    private const int MostGone = 100;
    private readonly Dictionary<AgentKey, IReadOnlyList<KeptSample>> _kept = [];

    /// <summary>Another process may have led in between.</summary>
    public void Forget() => _kept.Clear();

    /// <summary>Whether a run counts: not one that undoes what another did, and none that was ended before it did anything.</summary>
    public static bool Counts(bool isUndo, LegatorRunStatus status) => !isUndo && (status.Phase != RunPhase.Cancelled || status.Actions.Count > 0);

    /// <summary>Runs of an agent that were over before another one.</summary>
    /// <exception cref="ClusterException">The API gives no answer now.</exception>
    public async Task<IReadOnlyList<KeptSample>> BeforeAsync(AgentKey agent, RunSample run, CancellationToken cancellationToken)
    {
        var kept = _kept.TryGetValue(agent, out var known) ? known : await ReadAsync(agent, run, cancellationToken);
        return [.. kept.Where(sample => !sample.IsOf(run.Name))];
    }

    /// <summary>Remembers a run.</summary>
    public void Add(AgentKey agent, RunSample run, IReadOnlyList<KeptSample> before)
    {
        // Most runs of an agent are at the same places: one list serves them all.
        var sample = KeptSample.Of(run);
        var same = before.FirstOrDefault(earlier => earlier.Marks.AsSpan().SequenceEqual(sample.Marks)).Marks;
        _kept[agent] = [.. before.TakeLast(MostRuns - 1), sample with { Marks = same ?? sample.Marks }];
        if (_kept.Count > agents.Count + MostGone)
        {
            foreach (var gone in _kept.Keys.Where(key => agents.TryGet(key.Namespace, key.Name) is null).ToList())
            {
                _kept.Remove(gone);
            }
        }
    }

    /// <summary>How often an agent runs around a time.</summary>
    public RunCounts Count(AgentKey agent, DateTimeOffset at, AnomalyLimits limits)
    {
        var (window, since) = (at - limits.Window, at - limits.Lookback);
        var (now, clock, before, first) = (0, 0, 0, at);
        foreach (var run in book.Of(agent))
        {
            if (run.Created is not { } made || made > at || made <= since)
            {
                continue;
            }

            first = made < first ? made : first;
            (now, before) = made > window ? (now + 1, before) : (now, before + 1);
            clock += made > window && run.Trigger == RunTrigger.Scheduled ? 1 : 0;
        }

        var windows = Math.Max(1, (window - first) / limits.Window);
        return new RunCounts(now, Math.Max(clock, before / windows));
    }

    private async Task<IReadOnlyList<KeptSample>> ReadAsync(AgentKey agent, RunSample run, CancellationToken cancellationToken)
    {
        var heads = book.Of(agent)
            .Where(head => head.IsFinished && head.Name != run.Name && head.CompletionTime <= run.Time)
            .OrderBy(head => head.CompletionTime)
            .ThenBy(head => head.Name, StringComparer.Ordinal)
            .TakeLast(MostRead);
        var found = await Task.WhenAll(heads.Select(head => runs.GetAsync(head.Namespace, head.Name, cancellationToken)));
        return
        [
            .. found.Where(stored => stored is { Status: { } status } && Counts(stored.Spec.UndoOf is not null, status))
                .Select(stored => KeptSample.Of(RunSample.Of(stored!.Metadata.Name!, stored.Status!, run.Time))),
        ];
    }
}
