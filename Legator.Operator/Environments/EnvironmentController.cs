using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Agents;
using Legator.Operator.Connectivity;
using Legator.Operator.Control;
using Legator.Operator.Notifications;
using Legator.Operator.Secrets;
using Legator.Operator.Vaults;
using Legator.ServiceDefaults.Connectivity;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Environments;

/// <summary>Observes LegatorEnvironments, the agents that refer to them and the Secrets that they name; writes the status of each.</summary>
internal sealed class EnvironmentController(
    Informer<LegatorEnvironment> environments,
    Informer<LegatorAgent> agents,
    AgentIndex index,
    EnvironmentChecks checks,
    McpHealth servers,
    ConnectivityReports connectivity,
    VaultReports vaults,
    ClusterCheck cluster,
    ChannelChecks channels,
    DeliveryNews deliveries,
    SecretUsers users,
    StatusWriter<LegatorEnvironment> writer,
    IOptions<OperatorOptions> options,
    TimeProvider time) : IController
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAtCluster = TimeSpan.FromMinutes(5);

    public string Name => "legatorenvironments";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return connectivity.Subscribe(key => queue.Add(key));
        yield return vaults.Subscribe(key => queue.Add(key));
        yield return deliveries.Subscribe(key => queue.Add(key));
        yield return users.FollowEnvironments(key => queue.Add(key));
        yield return environments.Subscribe(change => queue.Add(change.Key, change.IsResync ? WorkPriority.Low : WorkPriority.Normal));
        yield return servers.Subscribe(environment => queue.Add(environment));
        yield return agents.Subscribe(change =>
        {
            foreach (var environment in Referred(change).Distinct(StringComparer.Ordinal))
            {
                queue.Add(new ObjectKey(change.Key.Namespace, environment));
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Includes(key.Namespace))
        {
            return ReconcileResult.Done;
        }

        if (environments.TryGet(key.Namespace, key.Name) is not { } cached)
        {
            await writer.ReportMalformedAsync(environments, key, conditions => new { phase = EnvironmentPhase.Error, conditions }, cancellationToken);
            return ReconcileResult.Done;
        }

        var environment = writer.Freshest(cached);
        var problems = await checks.CheckAsync(environment, cancellationToken);
        var clusterReach = await cluster.ReachAsync(environment, cancellationToken);
        await writer.WriteAsync(cached, environment.Status, Status(environment, problems, clusterReach), cancellationToken);
        return problems.Count > 0 || clusterReach is { Holds: false } ? ReconcileResult.After(LookAgain) : clusterReach is null ? ReconcileResult.Done : ReconcileResult.After(LookAtCluster);
    }

    private static IEnumerable<string> Referred(ResourceChange<LegatorAgent> change) =>
        change.Old?.Spec.EnvironmentRef == change.New?.Spec.EnvironmentRef && !change.IsResync
            ? []
            : new[] { change.Old?.Spec.EnvironmentRef, change.New?.Spec.EnvironmentRef }.OfType<string>();

    private LegatorEnvironmentStatus Status(LegatorEnvironment environment, IReadOnlyList<EnvironmentProblem> problems, Aspect? clusterReach)
    {
        var metadata = environment.Metadata;
        var ready = problems.Count == 0
            ? new Aspect("Ready", true, "EnvironmentUsable", "Everything that the environment refers to is there.")
            : new Aspect("Ready", false, "EnvironmentInvalid", string.Join("; ", problems.Select(problem => problem.Message)) + ".");
        var report = connectivity.Of(ObjectKey.Of(metadata));
        var reach = ConnectivityAspects.Of(report);
        IReadOnlyList<Aspect> vault = vaults.Of(ObjectKey.Of(metadata)) is { } seen ? [seen] : [];

        IReadOnlyList<Aspect> told = channels.Of(environment.Spec, problems, deliveries.Of(ObjectKey.Of(metadata))) is { } usable ? [usable] : [];

        // Until this process has looked for itself, what the last one saw stands.
        var before = environment.Status?.Conditions ?? [];
        var keptVault = before.Where(condition => condition.Type == VaultCheck.Condition && vault.Count == 0 && environment.Spec.Vault is not null);
        var kept = (report is null && ConnectivityCheck.HasAnything(environment.Spec) ? before : []).Where(condition => ConnectivityAspects.Types.Contains(condition.Type));
        return new LegatorEnvironmentStatus
        {
            Phase = ready.Holds ? EnvironmentPhase.Ready : EnvironmentPhase.Error,
            EndpointCount = environment.Spec.Endpoints.Count,
            ReferencedBy = [.. index.OnEnvironment(metadata.Namespace ?? "", metadata.Name ?? "").Select(agent => agent.Name).Order(StringComparer.Ordinal)],
            McpServers = servers.Of(ObjectKey.Of(metadata), environment.Spec.McpServers.Keys, environment.Status?.McpServers ?? []),
            ObservedGeneration = metadata.Generation,
            Conditions = [.. ConditionList.Build(environment.Status?.Conditions, [ready, .. clusterReach is null ? [] : new[] { clusterReach }, .. reach, .. vault, .. told], metadata.Generation, time.GetUtcNow()), .. kept, .. keptVault],
        };
    }
}
