namespace Legator.Runner.Work;

/// <summary>How this process works on runs; configuration section <c>Runner</c>.</summary>
internal sealed class RunnerOptions
{
    public const string Section = "Runner";

    /// <summary>Runs worked on at the same time, 1 to 256. Default: 4.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>Namespace of the product itself, where Secrets of model tiers are looked for first. Default: <c>legator-system</c>.</summary>
    public string SystemNamespace { get; set; } = "legator-system";

    /// <summary>The pod's own token, for model tiers with <c>auth.type: serviceAccount</c>. Default: where Kubernetes mounts it.</summary>
    public string ServiceAccountTokenFile { get; set; } = "/var/run/secrets/kubernetes.io/serviceaccount/token";

    /// <summary>ServiceAccount, as <c>namespace/name</c>, that makes the dry runs which people see before they approve a change; empty for none. It should be allowed dry runs only. Default: none.</summary>
    public string Previewer { get; set; } = "";

    /// <summary>Time between two signs of life on a claimed run, 1 s to 5 min; at most half of <c>Queue:IdleLimit</c>. A change that was not begun within half of it after it was recorded is not begun any more, and only after the whole of it the next runner believes that a change was not made. Default: 5 s.</summary>
    public TimeSpan RenewInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A streamed reply of a model of which nothing comes for so long is asked for again, 1 s to 10 min. Default: 1 min.</summary>
    public TimeSpan ModelStreamIdle { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A process that uses more memory, in MiB, claims no further run until it uses less; 0 for three quarters of what the machine or container has. Default: 0.</summary>
    public int MemoryLimitMiB { get; set; }

    /// <summary>How long a session may take to finish its step when the process stops, 0 to 5 min; then its run is handed back in the middle of it. Default: 4 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Name of this runner in journals. Default: machine name and process id.</summary>
    public string Id { get; set; } = $"{Environment.MachineName}-{Environment.ProcessId}";
}
