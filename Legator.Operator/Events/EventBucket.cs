namespace Legator.Operator.Events;

/// <summary>How many events one object may still have: ten at once, then one each thirty seconds.</summary>
internal sealed class EventBucket(DateTimeOffset start)
{
    private const double Capacity = 10;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private double _tokens = Capacity;
    private DateTimeOffset _since = start;

    public bool TryTake(DateTimeOffset now)
    {
        lock (_gate)
        {
            _tokens = Math.Clamp(_tokens + ((now - _since) / Refill), 0, Capacity);
            _since = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
