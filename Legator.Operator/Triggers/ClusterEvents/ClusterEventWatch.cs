using System.Threading.Channels;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Health;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>Watches the Events of the cluster, as long as any agent waits for some.</summary>
internal sealed class ClusterEventWatch(
    InformerSet informers,
    HappeningBox box,
    ResourceClient<CoreEvent> events,
    IOptions<OperatorOptions> options,
    ILoopHeartbeats heartbeats,
    TimeProvider time,
    ILogger<Informer<CoreEvent>> logger) : IOperatorLoop
{
    public string Name => "cluster-events";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Every change of an agent's spec may be the first or the last trigger.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var agents = informers.Agents.Subscribe(change =>
        {
            if (change.Old?.Metadata.Generation != change.New?.Metadata.Generation)
            {
                changes.Writer.TryWrite(true);
            }
        });
        while (true)
        {
            await UntilAsync(changes.Reader, () => Waiting().Any(), cancellationToken);
            await FollowAsync(changes.Reader, cancellationToken);
        }
    }

    private static async Task UntilAsync(ChannelReader<bool> changes, Func<bool> holds, CancellationToken cancellationToken)
    {
        while (!holds())
        {
            await changes.ReadAsync(cancellationToken);
        }
    }

    private async Task FollowAsync(ChannelReader<bool> changes, CancellationToken cancellationToken)
    {
        var scope = options.Value.Namespaces;
        var informer = new Informer<CoreEvent>(events, new InformerOptions { Namespace = scope.Length == 1 ? scope[0] : null }, time, logger, heartbeats);
        using var seen = informer.Subscribe(Seen);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = informer.RunAsync(stop.Token);
        try
        {
            await UntilAsync(changes, () => !Waiting().Any(), cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    private IEnumerable<LegatorAgent> Waiting() =>
        informers.Agents.All.Where(agent => agent.Metadata.DeletionTimestamp is null && options.Value.Includes(agent.Metadata.Namespace ?? "") && HappeningMatch.Waits(agent.Spec));

    private void Seen(ResourceChange<CoreEvent> change)
    {
        if (change.IsResync || change.New is not { } item)
        {
            return;
        }

        var happening = Happening.Of(item);
        foreach (var agent in Waiting())
        {
            if (informers.Environments.TryGet(agent.Metadata.Namespace, agent.Spec.EnvironmentRef) is { } environment && HappeningMatch.Fits(agent, environment.Spec, item, happening))
            {
                box.Put(new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? ""), happening);
            }
        }
    }
}
