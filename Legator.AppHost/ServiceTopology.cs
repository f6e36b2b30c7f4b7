namespace Legator.AppHost;

/// <summary>One service of the topology.</summary>
/// <param name="Name">Resource name: lower-case, RFC 1123.</param>
internal sealed record ServiceTopology(string Name)
{
    /// <summary>Processes in the distributed set. Default: 1.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Connection names that the service takes.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>True when other processes call it.</summary>
    public bool Serves { get; init; }

    /// <summary>True when people reach it from outside.</summary>
    public bool External { get; init; }

    /// <summary>True when only one of its replicas acts at a time.</summary>
    public bool LeaderElected { get; init; }

    /// <summary>True when it calls the API of <see cref="Topology.Web"/>.</summary>
    public bool CallsApi { get; init; }
}
