namespace Legator.AppHost;

/// <summary>The one list of services, what each needs and how it is told. The embedded set, the Aspire app model and the manifests are all made from it, so they cannot drift.</summary>
internal static class Topology
{
    /// <summary>Connection name of the run queue.</summary>
    public const string Queue = "queue";

    /// <summary>Connection name of the journal.</summary>
    public const string Journal = "journal";

    /// <summary>Path that answers 200 while the process works.</summary>
    public const string LivenessPath = "/healthz";

    /// <summary>Path that answers 200 while the service can do its work.</summary>
    public const string ReadinessPath = "/readyz";

    /// <summary>The embedded Kubernetes API; only where no cluster is given.</summary>
    public static ServiceTopology Cluster { get; } = new("localcluster") { Serves = true };

    /// <summary>Desired state to runs, journal to status.</summary>
    public static ServiceTopology Operator { get; } = new("operator") { Replicas = 2, Uses = [Queue, Journal], LeaderElected = true };

    /// <summary>One run in, journal events out.</summary>
    public static ServiceTopology Runner { get; } = new("runner") { Replicas = 3, Uses = [Queue, Journal] };

    /// <summary>API and dashboard.</summary>
    public static ServiceTopology Web { get; } = new("web") { Uses = [Queue, Journal], Serves = true, External = true };

    /// <summary>Telegram; one poller.</summary>
    public static ServiceTopology ChatOps { get; } = new("chatops") { CallsApi = true };

    /// <summary>Every service, in start order.</summary>
    public static IReadOnlyList<ServiceTopology> Services { get; } = [Cluster, Operator, Runner, Web, ChatOps];
}
