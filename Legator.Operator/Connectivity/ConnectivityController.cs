using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.ServiceDefaults.Connectivity;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Connectivity;

/// <summary>Looks at the network of every environment again and again, in a queue of its own, so that nothing else waits for what does not answer. Writes nothing: it tells the one who writes the environment's status.</summary>
internal sealed class ConnectivityController(Informer<LegatorEnvironment> environments, ConnectivityCheck check, ConnectivityReports reports, IOptions<OperatorOptions> options) : IController
{
    public string Name => "connectivity";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
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
        if (!options.Value.Includes(key.Namespace) || environments.TryGet(key.Namespace, key.Name) is not { } environment)
        {
            reports.Keep(key, null);
            return ReconcileResult.Done;
        }

        var found = await check.LookAsync(environment.Spec, cancellationToken);
        reports.Keep(key, found);
        return found is null ? ReconcileResult.Done : ReconcileResult.After(options.Value.ConnectivityInterval);
    }
}
