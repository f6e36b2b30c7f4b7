namespace Legator.Operator.Limits;

/// <summary>How many runs may begin; configuration section <c>Operator:Limits</c>. What is 0 has no limit. A run that a limit holds up waits as Pending and says why.</summary>
internal sealed class RunLimitOptions
{
    public const string Section = OperatorOptions.Section + ":Limits";

    /// <summary>Runs that are under way at a time, of all agents together. Default 0.</summary>
    public int ConcurrentRuns { get; set; }

    /// <summary>So many more, for runs that a person or a webhook waits for. Default 3.</summary>
    public int Burst { get; set; } = 3;

    /// <summary>Runs that begin within an hour, of all agents together; runs of people are not held up by it. Default 0.</summary>
    public int RunsPerHour { get; set; }

    /// <summary>The same of one agent. Default 0.</summary>
    public int AgentRunsPerHour { get; set; }

    /// <summary>What holds for a namespace besides, by its name.</summary>
    public Dictionary<string, NamespaceQuota> Namespaces { get; set; } = [];
}
