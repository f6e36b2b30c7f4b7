using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;

namespace Legator.Runner.Clusters;

/// <summary>A cluster, and whom a run acts as in it.</summary>
/// <param name="Client">Client of the cluster.</param>
/// <param name="Call">How requests are made: as whom, and within which bounds.</param>
/// <param name="Identity">The same in words: <c>ServiceAccount agents/web</c>.</param>
/// <param name="Manager">Name under which the cluster keeps what the run's agent writes.</param>
internal sealed record ClusterAccess(DynamicClient Client, ClusterCall Call, string Identity, string Manager)
{
    private const int LongestManager = 128;

    /// <summary>How dry runs are made that people see before they approve something; null where nobody may make any.</summary>
    public ClusterCall? Previewer { get; init; }

    /// <summary>What every request of a tool is held by: the answer must fit into memory beside others, and come while the tool still has time to tell of it.</summary>
    public static ClusterCall Bounds { get; } = new() { MaxBytes = 4 * 1024 * 1024, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>An agent's name among field managers: agents do not take each other's fields away.</summary>
    public static string ManagerOf(string agent) => $"legator-{agent}" is { Length: > LongestManager } name ? name[..LongestManager] : $"legator-{agent}";
}
