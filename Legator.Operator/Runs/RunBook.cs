using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Runs;

namespace Legator.Operator.Runs;

/// <summary>All runs that are known: what the informer shows, and what this process made and the informer has not shown yet.</summary>
internal sealed class RunBook
{
    private const string ByAgent = "operator/agent";
    private const string ByQuestion = "operator/question";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<AgentKey, Dictionary<string, (RunHead Run, DateTimeOffset Until)>> _made = [];
    private readonly Informer<RunHead> _runs;
    private readonly TimeProvider _time;

    public RunBook(Informer<RunHead> runs, TimeProvider time)
    {
        _runs = runs;
        _time = time;
        runs.AddIndex(ByAgent, run => [AgentOf(run).ToString()]);
        runs.AddIndex(ByQuestion, run => run.Awaiting is { } awaiting ? [$"{run.Namespace}/{awaiting.Request}"] : []);
        runs.Subscribe(Seen);
    }

    /// <summary>The agent that a run is of.</summary>
    public static AgentKey AgentOf(RunHead run) => new(run.Namespace ?? "", run.Agent);

    /// <summary>All runs that the informer shows.</summary>
    public IEnumerable<RunHead> All => _runs.All;

    /// <summary>All runs of an agent, finished ones too.</summary>
    public IReadOnlyList<RunHead> Of(AgentKey agent)
    {
        var runs = _runs.ByIndex(ByAgent, agent.ToString()).ToList();
        lock (_gate)
        {
            if (_made.TryGetValue(agent, out var made))
            {
                var now = _time.GetUtcNow();
                runs.AddRange(made.Values.Where(run => run.Until > now && runs.TrueForAll(known => known.Name != run.Run.Name)).Select(run => run.Run).ToList());
            }
        }

        return runs;
    }

    /// <summary>Looks a run up by name; null when it is not known.</summary>
    public RunHead? Find(RunKey run) => _runs.TryGet(run.Namespace, run.Name);

    /// <summary>The run that waits for an answer to a question; null when none does.</summary>
    public RunHead? WaitingFor(string inNamespace, string request) => _runs.ByIndex(ByQuestion, $"{inNamespace}/{request}").FirstOrDefault();

    /// <summary>A run was made just now.</summary>
    public void Made(RunHead run)
    {
        lock (_gate)
        {
            if (!_made.TryGetValue(AgentOf(run), out var made))
            {
                _made[AgentOf(run)] = made = [];
            }

            made[run.Name] = (run, _time.GetUtcNow() + Patience);
        }
    }

    /// <summary>Follows all runs.</summary>
    public IDisposable Subscribe(Action<ResourceChange<RunHead>> handler) => _runs.Subscribe(handler);

    private void Seen(ResourceChange<RunHead> change)
    {
        lock (_gate)
        {
            if ((change.New ?? change.Old) is { } run && _made.TryGetValue(AgentOf(run), out var made) && made.Remove(run.Name) && made.Count == 0)
            {
                _made.Remove(AgentOf(run));
            }
        }
    }
}
