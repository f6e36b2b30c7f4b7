using Legator.Operator.Runs;

namespace Legator.Operator.Triggers.Deliveries;

/// <summary>
/// What is to be done with the deliveries of one source to one agent; pure. A run is made of the first at once; what comes while that run has not begun, or within the time of
/// gathering after it was made, is kept for one further run, and of it the last payload. All of it follows from objects in the API, so a new leader decides the same.
/// </summary>
/// <param name="Known">Deliveries that a run was made of already: they came again, or the leader died before it removed them.</param>
/// <param name="Rest">The others, the last one last.</param>
/// <param name="Wait">How long to wait; zero for a run now.</param>
internal sealed record DeliveryPlan(IReadOnlyList<PendingDelivery> Known, IReadOnlyList<PendingDelivery> Rest, TimeSpan Wait)
{
    /// <summary>Most ids that a run or a waiting delivery names.</summary>
    public const int MostIds = 256;

    /// <summary>The payload that counts; null when nothing is left.</summary>
    public PendingDelivery? Last => Rest.Count == 0 ? null : Rest[^1];

    /// <summary>What the last one stands for, itself last: of very many the first and the latest.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            List<string> all = [.. Rest.SelectMany(delivery => delivery.All).Distinct(StringComparer.Ordinal)];
            return all.Count <= MostIds ? all : [all[0], .. all.TakeLast(MostIds - 1)];
        }
    }

    /// <summary>Decides.</summary>
    /// <param name="pending">What is stored.</param>
    /// <param name="runs">Runs of the agent that this source started.</param>
    /// <param name="debounce">The time of gathering.</param>
    /// <param name="now">The time.</param>
    public static DeliveryPlan Of(IEnumerable<PendingDelivery> pending, IReadOnlyCollection<RunHead> runs, TimeSpan debounce, DateTimeOffset now)
    {
        var done = runs.SelectMany(run => run.Delivery!.Ids).ToHashSet(StringComparer.Ordinal);
        List<PendingDelivery> ordered = [.. pending.OrderBy(delivery => delivery.Time).ThenBy(delivery => delivery.Digest, StringComparer.Ordinal)];

        // One that came again after it was gathered is the same one.
        foreach (var delivery in ordered)
        {
            done.UnionWith(delivery.Item.Status?.StandsFor ?? []);
        }

        var known = ordered.Where(delivery => done.Contains(delivery.Digest)).ToList();
        return new DeliveryPlan(known, [.. ordered.Except(known)], Gathering.WaitOf(runs, debounce, now));
    }
}
