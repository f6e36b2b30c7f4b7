using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.Operator.Secrets;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Vaults;

/// <summary>Looks at the Vault of every environment again and again, in a queue of its own, so that nothing else waits for one that does not answer. Writes nothing: it tells the one who writes the environment's status.</summary>
internal sealed class VaultController(Informer<LegatorEnvironment> environments, VaultCheck check, VaultReports reports, SecretUsers users, IOptions<OperatorOptions> options) : IController
{
    public string Name => "vaults";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return users.FollowEnvironments(key => queue.Add(key));
        yield return environments.Subscribe(change =>
        {
            if (!change.IsResync && change.Old?.Metadata.Generation != change.New?.Metadata.Generation)
            {
                queue.Add(change.Key);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Includes(key.Namespace) || environments.TryGet(key.Namespace, key.Name) is not { Spec.Vault: not null } environment)
        {
            reports.Keep(key, null);
            return ReconcileResult.Done;
        }

        reports.Keep(key, await check.LookAsync(environment.Spec, key.Namespace, cancellationToken));
        return ReconcileResult.After(options.Value.ConnectivityInterval);
    }
}
