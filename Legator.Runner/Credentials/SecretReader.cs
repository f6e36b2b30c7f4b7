using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Runs;
using Legator.Runner.Work;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials;

/// <summary>Reads Secrets at the moment they are needed; nothing is kept.</summary>
internal sealed class SecretReader(ResourceClient<Secret> secrets, IOptions<RunnerOptions> options)
{
    /// <summary>Where a Secret is looked for, in order: where the reference says, else in the product's own namespace and then in the agent's.</summary>
    public IReadOnlyList<string> NamespacesOf(RunSnapshotSecret secret, string agentNamespace) =>
        secret.Namespace is { } named ? [named] : [options.Value.SystemNamespace, agentNamespace];

    /// <summary>The fields of a Secret as text; null when it is in none of the namespaces.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> FindAsync(RunSnapshotSecret secret, string agentNamespace, CancellationToken cancellationToken)
    {
        foreach (var ns in NamespacesOf(secret, agentNamespace))
        {
            if (await secrets.GetAsync(ns, secret.Name, cancellationToken) is { } found)
            {
                return (found.Data ?? new Dictionary<string, byte[]>()).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));
            }
        }

        return null;
    }
}
