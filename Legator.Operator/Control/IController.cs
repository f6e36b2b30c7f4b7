using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;

namespace Legator.Operator.Control;

/// <summary>Brings the objects of one kind in line: reads all that matters, computes, and writes once where something differs.</summary>
internal interface IController
{
    /// <summary>For logs and health, e.g. <c>agents</c>.</summary>
    string Name { get; }

    /// <summary>Puts the keys of objects that should be looked at on the queue, now and from now on.</summary>
    /// <returns>What ends it.</returns>
    IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue);

    /// <summary>Looks at one object. Called for one key at a time; doing it twice writes once.</summary>
    Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken);
}
