namespace Legator.Operator.Limits;

/// <summary>Sums up what happened within a time before now. Not safe for several threads.</summary>
/// <param name="window">How far back.</param>
internal sealed class SlidingCount(TimeSpan window)
{
    private readonly PriorityQueue<long, DateTimeOffset> entries = new();

    private long sum;

    public void Add(DateTimeOffset at, long amount)
    {
        entries.Enqueue(amount, at);
        sum += amount;
    }

    public long Within(DateTimeOffset now)
    {
        while (entries.TryPeek(out var amount, out var at) && at <= now - window)
        {
            entries.Dequeue();
            sum -= amount;
        }

        return sum;
    }
}
