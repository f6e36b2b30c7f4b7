using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Runs;
using Legator.Runner.Gate;
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

    /// <summary>The fields of a Secret that something of an environment names.</summary>
    /// <param name="what">Who needs it, to begin a sentence with: <c>The credential 'db'</c>.</param>
    /// <param name="field">The field of the environment that names it.</param>
    /// <param name="name">Its name; null or empty when the field is not set.</param>
    /// <param name="ns">Namespace of the agent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CredentialException">It is not named, is not there, or cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string what, string field, string? name, string ns, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new CredentialException($"{what} names no Secret: set {field}.");
        }

        try
        {
            return await FindAsync(new RunSnapshotSecret(ns, name, null), ns, cancellationToken)
                ?? throw new CredentialException($"{what} cannot be had: Secret '{name}' is not in namespace '{ns}'. Create it.");
        }
        catch (ClusterException e)
        {
            throw new CredentialException($"{what} cannot be had: Secret '{name}' of namespace '{ns}' could not be read ({e.Message}).");
        }
    }
}
