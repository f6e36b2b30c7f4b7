using Legator.Backends.Kubernetes.Informers;

namespace Legator.Operator.Schedules;

/// <summary>
/// Knows when agents are due, and calls those early that are due together with so many others that their runs could not all be made in time: such runs are made ahead and wait on the queue for their slot.
/// Agents that are due alone, or nearly so, are not touched.
/// </summary>
internal sealed class SlotCrowd(TimeProvider time)
{
    /// <summary>Agents due in one second from which on they are a crowd.</summary>
    public const int Crowd = 50;

    private const int MadeInASecond = 150;
    private static readonly TimeSpan LongestLead = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly Dictionary<ObjectKey, long> seconds = [];
    private readonly SortedDictionary<long, HashSet<ObjectKey>> due = [];
    private readonly HashSet<long> called = [];

    /// <summary>An agent is due then; null for not at all.</summary>
    public void Put(ObjectKey agent, DateTimeOffset? firesAt)
    {
        lock (gate)
        {
            if (seconds.Remove(agent, out var before) && due.TryGetValue(before, out var others))
            {
                others.Remove(agent);
                if (others.Count == 0)
                {
                    due.Remove(before);
                    called.Remove(before);
                }
            }

            if (firesAt is { } at)
            {
                var second = at.ToUnixTimeSeconds();
                seconds[agent] = second;
                (due.TryGetValue(second, out var together) ? together : due[second] = []).Add(agent);
            }
        }
    }

    /// <summary>How long before its slot an agent's run is to be made; zero for one that is not part of a crowd whose time has come.</summary>
    public TimeSpan LeadOf(ObjectKey agent)
    {
        lock (gate)
        {
            // To the end of that second.
            var lead = seconds.TryGetValue(agent, out var second) && called.Contains(second) ? DateTimeOffset.FromUnixTimeSeconds(second + 1) - time.GetUtcNow() : TimeSpan.Zero;
            return lead > TimeSpan.Zero ? lead : TimeSpan.Zero;
        }
    }

    /// <summary>Calls crowds as their time comes.</summary>
    /// <returns>What ends it.</returns>
    public IDisposable Watch(Action<ObjectKey> call) => time.CreateTimer(_ => Look(call), null, Period, Period);

    private void Look(Action<ObjectKey> call)
    {
        List<ObjectKey> agents = [];
        lock (gate)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            foreach (var (second, together) in due)
            {
                if (second > now + (long)LongestLead.TotalSeconds)
                {
                    break;
                }

                var lead = TimeSpan.FromSeconds(Math.Min(LongestLead.TotalSeconds, (together.Count / MadeInASecond) + 3));
                if (together.Count >= Crowd && second > now && second - now <= lead.TotalSeconds && called.Add(second))
                {
                    agents.AddRange(together);
                }
            }
        }

        agents.ForEach(call);
    }
}
