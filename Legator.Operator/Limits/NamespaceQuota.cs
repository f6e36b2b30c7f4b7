namespace Legator.Operator.Limits;

/// <summary>What one tenant may use. What is 0 has no limit.</summary>
internal sealed class NamespaceQuota
{
    /// <summary>Agents that may run: the oldest so many. Default 0.</summary>
    public int Agents { get; set; }

    /// <summary>Runs that are under way at a time. Default 0.</summary>
    public int ConcurrentRuns { get; set; }

    /// <summary>Runs that begin within 24 hours. Default 0.</summary>
    public int RunsPerDay { get; set; }

    /// <summary>Tokens of runs that finished within an hour; beyond, no further run begins. Default 0.</summary>
    public long TokensPerHour { get; set; }
}
