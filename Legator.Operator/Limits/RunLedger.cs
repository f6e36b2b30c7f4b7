using Legator.Core.Runs;
using Legator.Operator.Runs;

namespace Legator.Operator.Limits;

/// <summary>Which runs are under way, and what began and was used of late. Begins with what the API shows, so a new leader goes on counting where the last one was. Not safe for several threads.</summary>
internal sealed class RunLedger(TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<AgentKey, string> active = [];
    private readonly Dictionary<string, int> activeIn = new(StringComparer.Ordinal);
    private readonly HashSet<RunKey> counted = [];
    private readonly Queue<(DateTimeOffset Until, RunKey Run)> forgetting = new();
    private readonly Dictionary<AgentKey, SlidingCount> agents = [];
    private readonly Dictionary<string, SlidingCount> days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlidingCount> tokens = new(StringComparer.Ordinal);
    private readonly SlidingCount hour = new(Hour);

    private DateTimeOffset Now => time.GetUtcNow();

    public int Active => active.Count;

    public int ActiveIn(string place) => activeIn.GetValueOrDefault(place);

    public long BegunWithinHour() => hour.Within(Now);

    public long BegunWithinHour(AgentKey agent) => agents.TryGetValue(agent, out var count) ? count.Within(Now) : 0;

    public long BegunWithinDay(string place) => days.TryGetValue(place, out var count) ? count.Within(Now) : 0;

    public long TokensWithinHour(string place) => tokens.TryGetValue(place, out var count) ? count.Within(Now) : 0;

    /// <summary>True for the run that an agent has under way.</summary>
    public bool IsActive(AgentKey agent, string run) => active.TryGetValue(agent, out var name) && name == run;

    /// <summary>A run begins, or has begun.</summary>
    public void Begin(AgentKey agent, string run, DateTimeOffset at)
    {
        End(agent);
        active[agent] = run;
        activeIn[agent.Namespace] = ActiveIn(agent.Namespace) + 1;
        Count(agent, run, at);
    }

    /// <summary>No run of an agent is under way.</summary>
    /// <returns>False when none was.</returns>
    public bool End(AgentKey agent)
    {
        if (!active.Remove(agent))
        {
            return false;
        }

        activeIn[agent.Namespace]--;
        return true;
    }

    /// <summary>Counts a run that is over; each counts once.</summary>
    public void Finished(RunHead run)
    {
        var (agent, key) = (RunBook.AgentOf(run), new RunKey(run.Namespace ?? "", run.Name));
        if (run is not { IsFinished: true, CompletionTime: { } over } || over <= Now - Day)
        {
            return;
        }

        Count(agent, key.Name, run.StartTime ?? over);
        if (run.Tokens is > 0 and var used && over > Now - Hour)
        {
            Of(tokens, agent.Namespace, Hour).Add(over, used);
        }
    }

    private static SlidingCount Of<TKey>(Dictionary<TKey, SlidingCount> counts, TKey key, TimeSpan window)
        where TKey : notnull => counts.TryGetValue(key, out var count) ? count : counts[key] = new SlidingCount(window);

    private void Count(AgentKey agent, string run, DateTimeOffset at)
    {
        var key = new RunKey(agent.Namespace, run);
        while (forgetting.TryPeek(out var old) && old.Until <= Now)
        {
            counted.Remove(forgetting.Dequeue().Run);
        }

        if (at <= Now - Day || !counted.Add(key))
        {
            return;
        }

        forgetting.Enqueue((Now + Day, key));
        hour.Add(at, 1);
        Of(agents, agent, Hour).Add(at, 1);
        Of(days, agent.Namespace, Day).Add(at, 1);
    }
}
