using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Limits;

/// <summary>Says which runs may begin under the limits of the whole and of each namespace, and which one is next when a place becomes free. A run that has begun is never held up.</summary>
internal sealed class RunAdmission
{
    // Objections are looked up for so many of those who wait before the rest is left to their own next look.
    private const int MostAsked = 200;

    private readonly Lock gate = new();
    private readonly SortedSet<(int Rank, DateTimeOffset Since, string Namespace, string Name, RunTrigger Trigger)> line = [];
    private readonly Dictionary<AgentKey, (int Rank, DateTimeOffset Since, string Namespace, string Name, RunTrigger Trigger)> places = [];
    private readonly RunLedger ledger;
    private readonly RunLimitOptions limits;
    private readonly RunBook book;
    private readonly Informer<LegatorAgent> agents;
    private readonly TimeProvider time;
    private readonly bool limited;
    private bool seeded;

    public RunAdmission(RunBook book, Informer<LegatorAgent> agents, IOptions<RunLimitOptions> options, TimeProvider time)
    {
        (this.book, this.agents, this.time, limits) = (book, agents, time, options.Value);
        ledger = new RunLedger(time);
        limited = limits is not { ConcurrentRuns: 0, RunsPerHour: 0, AgentRunsPerHour: 0, Namespaces.Count: 0 };
        if (limited)
        {
            book.Subscribe(Seen);
        }
    }

    /// <summary>Null when a run may begin, and then it counts as begun; else what it waits for.</summary>
    public Held? Judge(AgentKey agent, RunHead run)
    {
        if (!limited)
        {
            return null;
        }

        lock (gate)
        {
            Seed();
            if (ledger.IsActive(agent, run.Name))
            {
                return null;
            }

            var held = run.StartTime is null ? Objection(agent, run.Trigger) : null;
            Leave(agent);
            if (held is null)
            {
                ledger.Begin(agent, run.Name, run.StartTime ?? time.GetUtcNow());
            }
            else
            {
                Enter(agent, run);
            }

            return held;
        }
    }

    /// <summary>An agent has no run that needs a place.</summary>
    /// <returns>The agent whose waiting run is to be judged next; null when none waits or no place became free.</returns>
    public AgentKey? Free(AgentKey agent)
    {
        lock (gate)
        {
            Leave(agent);
            return ledger.End(agent) ? Next() : null;
        }
    }

    /// <summary>The first in line whom nothing holds up: those who wait for their namespace's limits, or their own, keep nobody else from a place.</summary>
    private AgentKey? Next()
    {
        var full = new HashSet<string>(StringComparer.Ordinal);
        var asked = 0;
        foreach (var place in line)
        {
            if (full.Contains(place.Namespace))
            {
                continue;
            }

            var agent = new AgentKey(place.Namespace, place.Name);
            if (Objection(agent, place.Trigger) is not { } held)
            {
                return agent;
            }

            if (++asked == MostAsked || (place.Rank > 0 && held.Reason is Held.ClusterConcurrency or Held.ClusterRate))
            {
                return null;
            }

            if (held.Reason is Held.ConcurrencyQuota or Held.DailyQuota or Held.TokenQuota)
            {
                full.Add(place.Namespace);
            }
        }

        return null;
    }

    private static bool IsWaitedFor(RunTrigger trigger) => trigger is RunTrigger.Manual or RunTrigger.Webhook;

    private Held? Objection(AgentKey agent, RunTrigger trigger) => OfAll(agent, trigger) ?? (limits.Namespaces.TryGetValue(agent.Namespace, out var quota) ? OfNamespace(agent, quota) : null);

    private Held? OfAll(AgentKey agent, RunTrigger trigger)
    {
        var places = limits.ConcurrentRuns + (IsWaitedFor(trigger) ? limits.Burst : 0);
        return limits.ConcurrentRuns > 0 && ledger.Active >= places ? new Held(Held.ClusterConcurrency, $"{ledger.Active} runs are under way, and Operator:Limits:ConcurrentRuns is {limits.ConcurrentRuns}.")
            : trigger == RunTrigger.Manual ? null
            : limits.RunsPerHour > 0 && ledger.BegunWithinHour() >= limits.RunsPerHour ? new Held(Held.ClusterRate, $"{limits.RunsPerHour} runs began within the hour, which is all that Operator:Limits:RunsPerHour allows.")
            : limits.AgentRunsPerHour > 0 && ledger.BegunWithinHour(agent) >= limits.AgentRunsPerHour ? new Held(Held.AgentRate, $"{limits.AgentRunsPerHour} runs of the agent began within the hour, which is all that Operator:Limits:AgentRunsPerHour allows.")
            : null;
    }

    private Held? OfNamespace(AgentKey agent, NamespaceQuota quota)
    {
        Held Is(string reason, string what, string key) => new(reason, $"{what}, which is all that Operator:Limits:Namespaces:{agent.Namespace}:{key} allows.");

        var place = agent.Namespace;
        return quota.Agents > 0 && Older(agent) >= quota.Agents ? Is(Held.AgentQuota, $"The namespace has {quota.Agents} older agents", nameof(quota.Agents))
            : quota.ConcurrentRuns > 0 && ledger.ActiveIn(place) >= quota.ConcurrentRuns ? Is(Held.ConcurrencyQuota, $"{quota.ConcurrentRuns} runs of the namespace are under way", nameof(quota.ConcurrentRuns))
            : quota.RunsPerDay > 0 && ledger.BegunWithinDay(place) >= quota.RunsPerDay ? Is(Held.DailyQuota, $"{quota.RunsPerDay} runs of the namespace began within 24 hours", nameof(quota.RunsPerDay))
            : quota.TokensPerHour > 0 && ledger.TokensWithinHour(place) >= quota.TokensPerHour ? Is(Held.TokenQuota, $"Runs of the namespace used {ledger.TokensWithinHour(place)} tokens within the hour, and {quota.TokensPerHour}", nameof(quota.TokensPerHour))
            : null;
    }

    private int Older(AgentKey agent)
    {
        var own = agents.TryGet(agent.Namespace, agent.Name)?.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue;
        return agents.All.Count(other => other.Metadata.Namespace == agent.Namespace && other.Metadata.Name != agent.Name
            && (other.Metadata.CreationTimestamp < own || (other.Metadata.CreationTimestamp == own && string.CompareOrdinal(other.Metadata.Name, agent.Name) < 0)));
    }

    private void Enter(AgentKey agent, RunHead run)
    {
        var place = (IsWaitedFor(run.Trigger) ? 0 : 1, run.Created ?? DateTimeOffset.MaxValue, agent.Namespace, agent.Name, run.Trigger);
        places[agent] = place;
        line.Add(place);
    }

    private void Leave(AgentKey agent)
    {
        if (places.Remove(agent, out var place))
        {
            line.Remove(place);
        }
    }

    private void Seed()
    {
        if (!seeded)
        {
            seeded = true;
            foreach (var run in book.All)
            {
                Count(run);
            }
        }
    }

    private void Count(RunHead run)
    {
        if (run.IsFinished)
        {
            ledger.Finished(run);
        }
        else if (run is { StartTime: { } start, Awaiting: null })
        {
            ledger.Begin(RunBook.AgentOf(run), run.Name, start);
        }
    }

    private void Seen(ResourceChange<RunHead> change)
    {
        if (change is { New: { IsFinished: true } finished, Old.IsFinished: false })
        {
            lock (gate)
            {
                Seed();
                ledger.Finished(finished);
            }
        }
    }
}
