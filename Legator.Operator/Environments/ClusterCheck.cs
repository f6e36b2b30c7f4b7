using System.Collections.Concurrent;
using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;

namespace Legator.Operator.Environments;

/// <summary>Whether the cluster of an environment's kubeconfig can be used, and answers. A kubeconfig is named by its Secret, and nothing of it is told.</summary>
internal sealed class ClusterCheck(ResourceClient<Secret> secrets, TimeProvider time)
{
    public const string Reachable = "ClusterReachable";

    private const int MostRemembered = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<(string Namespace, string Name, string Key, string Version), (Aspect Aspect, DateTimeOffset Until)> _looks = new();

    /// <summary>What keeps the environment's kubeconfig from being used; null when nothing does, or when the Secret is not there, which is told elsewhere.</summary>
    public async Task<string?> ProblemAsync(LegatorEnvironment environment, CancellationToken cancellationToken)
    {
        if (await FindAsync(environment, cancellationToken) is not { } found)
        {
            return null;
        }

        try
        {
            Kubeconfig.Read(found.Text);
            return null;
        }
        catch (KubeconfigException exception)
        {
            return $"spec.connection.kubeconfig: the kubeconfig in Secret '{found.Secret}' (field '{found.Key}') cannot be used: {exception.Message}";
        }
    }

    /// <summary>Whether the cluster answers; null where the environment has none of its own, or its kubeconfig cannot be used. An answer is kept for a minute.</summary>
    public async Task<Aspect?> ReachAsync(LegatorEnvironment environment, CancellationToken cancellationToken)
    {
        if (await FindAsync(environment, cancellationToken) is not { } found)
        {
            return null;
        }

        var (key, now) = ((environment.Metadata.Namespace ?? "", found.Secret, found.Key, found.Version), time.GetUtcNow());
        if (_looks.TryGetValue(key, out var look) && look.Until > now)
        {
            return look.Aspect;
        }

        if (await AskAsync(found, cancellationToken) is not { } aspect)
        {
            return null;
        }

        if (_looks.Count >= MostRemembered)
        {
            _looks.Clear();
        }

        _looks[key] = (aspect, now + Keep);
        return aspect;
    }

    private async Task<Aspect?> AskAsync((string Secret, string Key, string Version, string Text) found, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = Kubeconfig.Read(found.Text).Connect(Patience, time);
            var version = await connection.VersionAsync(cancellationToken);
            return new Aspect(Reachable, true, "ClusterAnswers", $"The cluster of the kubeconfig in Secret '{found.Secret}' answers (Kubernetes {version}).");
        }
        catch (KubeconfigException)
        {
            return null;
        }
        catch (ClusterException exception)
        {
            var reason = exception.IsForbidden ? "ClusterRefuses" : "ClusterUnreachable";
            var what = exception.IsForbidden ? "does not accept its user" : "does not answer";
            return new Aspect(Reachable, false, reason, $"The cluster of the kubeconfig in Secret '{found.Secret}' {what}: {exception.Message}");
        }
    }

    private async Task<(string Secret, string Key, string Version, string Text)?> FindAsync(LegatorEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.Spec.Connection is not { Kind: ConnectionKind.Kubeconfig, Kubeconfig: { SecretRef.Length: > 0 } reference })
        {
            return null;
        }

        try
        {
            var secret = await secrets.GetAsync(environment.Metadata.Namespace ?? "", reference.SecretRef, cancellationToken);
            return secret?.Data is { } data && data.TryGetValue(reference.Key, out var bytes)
                ? (reference.SecretRef, reference.Key, secret.Metadata.ResourceVersion ?? "", Encoding.UTF8.GetString(bytes))
                : null;
        }
        catch (ClusterException exception) when (exception.IsForbidden || exception.IsInvalid)
        {
            return null;
        }
    }
}
