namespace Legator.Runner.Credentials.Vault;

/// <summary>How this process works with Vault; configuration section <c>Runner:Vault</c>.</summary>
internal sealed class VaultOptions
{
    public const string Section = "Runner:Vault";

    /// <summary>File with the ServiceAccount token that the runner shows to Vault's kubernetes method. Default: where Kubernetes puts it.</summary>
    public string ServiceAccountTokenFile { get; set; } = "/var/run/secrets/kubernetes.io/serviceaccount/token";

    /// <summary>How long one answer may take, 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a run's token of Vault lives when nothing renews it, 2 min to 1 h: after that nothing is left of a run that no runner takes up again. Default: 10 min.</summary>
    public TimeSpan TokenTtl { get; set; } = TimeSpan.FromMinutes(10);
}
