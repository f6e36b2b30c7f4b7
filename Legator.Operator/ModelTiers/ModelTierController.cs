using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;
using Legator.Operator.Control;
using Legator.Operator.Secrets;

namespace Legator.Operator.ModelTiers;

/// <summary>Observes ModelTierConfigs and the Secrets that they name; writes the status of each: which tiers are mapped to what, and what is wrong with them.</summary>
internal sealed class ModelTierController(
    Informer<ModelTierConfig> configs,
    Informer<LegatorAgent> agents,
    TierChecks checks,
    SecretUsers users,
    ModelReports reports,
    StatusWriter<ModelTierConfig> writer,
    TimeProvider time) : IController
{
    private const int MostNamespaces = 50;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    public string Name => "modeltierconfigs";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return configs.Subscribe(change => queue.Add(change.Key, change.IsResync ? WorkPriority.Low : WorkPriority.Normal));
        yield return users.FollowTiers(key => queue.Add(key));
        yield return reports.Subscribe(key => queue.Add(key));
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (configs.TryGet(null, key.Name) is not { } cached)
        {
            await writer.ReportMalformedAsync(configs, key, conditions => new { ready = false, conditions }, cancellationToken);
            return ReconcileResult.Done;
        }

        var config = writer.Freshest(cached);
        var namespaces = agents.All.Select(agent => agent.Metadata.Namespace ?? "").Distinct(StringComparer.Ordinal).Take(MostNamespaces).ToList();
        var problems = new List<TierProblem>();
        for (var index = 0; index < config.Spec.Tiers.Count; index++)
        {
            problems.AddRange(await checks.CheckAsync(config, index, namespaces, cancellationToken));
        }

        await writer.WriteAsync(cached, config.Status, Status(config, problems, reports.Of(key) ?? []), cancellationToken);
        return problems.Count == 0 ? ReconcileResult.Done : ReconcileResult.After(LookAgain);
    }

    private ModelTierConfigStatus Status(ModelTierConfig config, List<TierProblem> problems, IReadOnlyList<Aspect> answers)
    {
        var ready = problems.Count == 0
            ? new Aspect("Ready", true, "TiersMapped", "Every tier is mapped to a provider and a model.")
            : new Aspect("Ready", false, problems[0].Reason, string.Join("; ", problems.Select(problem => problem.Message)) + ".");
        return new ModelTierConfigStatus
        {
            Ready = ready.Holds,
            TierCount = config.Spec.Tiers.Select(mapping => mapping.Tier).Distinct().Count(),
            TierStatus = config.Spec.Tiers
                .DistinctBy(mapping => mapping.Tier)
                .ToDictionary(mapping => TierNames.Of(mapping.Tier), mapping => $"{mapping.Provider}/{mapping.Model}"),
            ObservedGeneration = config.Metadata.Generation,
            Conditions = ConditionList.Build(config.Status?.Conditions, [ready, .. answers], config.Metadata.Generation, time.GetUtcNow()),
        };
    }
}
