namespace Legator.Backends.Kubernetes;

/// <summary>Growing waits with jitter, so that many clients of a server that comes back do not all call at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, string owner)
{
    private readonly Random random = new(HashCode.Combine(owner, Environment.ProcessId, Environment.MachineName));

    public int Failures { get; private set; }

    /// <summary>Counts a failure and says how long to wait: between half and all of a time that doubles.</summary>
    public TimeSpan Next()
    {
        var ceiling = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(Failures, 30)));
        Failures++;
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (random.NextDouble() / 2)));
    }

    public void Reset() => Failures = 0;
}
