namespace Legator.Operator;

/// <summary>What the Operator looks after; configuration section <c>Operator</c>.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>Namespaces that it looks after; empty for all. With exactly one it needs no rights outside of it.</summary>
    public string[] Namespaces { get; set; } = [];

    /// <summary>True where several replicas run: only the one that holds the Lease acts. Default false.</summary>
    public bool LeaderElection { get; set; }

    /// <summary>How long the Lease holds without renewal, 3 s to 5 min. Default 15 s.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Namespace of the product, where Secrets of model providers are looked for before the agent's. Default <c>legator-system</c>.</summary>
    public string SystemNamespace { get; set; } = "legator-system";

    /// <summary>ClusterRole of agents whose ServiceAccount nobody made: before such an agent's run the Operator makes account and binding. Default empty: it makes none, and such an agent has no access to its cluster.</summary>
    public string AgentClusterRole { get; set; } = "";

    /// <summary>Objects of a kind that are worked on at the same time, 1 to 64. Default 16.</summary>
    public int Workers { get; set; } = 16;

    /// <summary>How long tasks that are over and events that count no more stay readable, 1 min to 30 days. Default 1 day.</summary>
    public TimeSpan EventRetention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long ApprovalRequests that were answered or ran out stay readable after that, once their run is over, 1 min to 365 days. The answer itself is in the run's journal. Default 7 days.</summary>
    public TimeSpan ApprovalRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Time between two looks at an environment's endpoints and mesh, 5 s to 1 day. Default 1 min.</summary>
    public TimeSpan ConnectivityInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time between two questions to a model provider whether it is there, 10 s to 1 day. Default 1 min.</summary>
    public TimeSpan ModelProbeInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>True when objects of a namespace are looked after.</summary>
    public bool Includes(string? inNamespace) => Namespaces.Length == 0 || Namespaces.Contains(inNamespace, StringComparer.Ordinal);
}
