using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.ModelTiers;

/// <summary>Asks the providers of every tier again and again whether they are there, in a queue of its own, so that nothing else waits for one that does not answer. Writes nothing: it tells the one who writes the config's status.</summary>
internal sealed class ModelProbeController(Informer<ModelTierConfig> configs, Informer<LegatorAgent> agents, ModelProbe probe, ModelReports reports, IOptions<OperatorOptions> options) : IController
{
    private const int MostNamespaces = 50;
    private const int MostMappings = 20;

    /// <summary>A provider whose Secret is missing is not asked, so looking again costs it nothing.</summary>
    private static readonly TimeSpan SecretInterval = TimeSpan.FromSeconds(10);

    public string Name => "modelproviders";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return configs.Subscribe(change =>
        {
            if (!change.IsResync && change.Old?.Metadata.Generation != change.New?.Metadata.Generation)
            {
                queue.Add(change.Key);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (configs.TryGet(null, key.Name) is not { } config)
        {
            reports.Keep(key, null);
            return ReconcileResult.Done;
        }

        var namespaces = agents.All.Select(agent => agent.Metadata.Namespace ?? "").Distinct(StringComparer.Ordinal).Take(MostNamespaces).ToList();
        var asked = new Dictionary<(string, string, string?, ProviderAuthSpec?), ModelAnswer>();
        var answers = new List<ModelAnswer>();
        foreach (var mapping in config.Spec.Tiers.Take(MostMappings))
        {
            var auth = mapping.Auth ?? config.Spec.DefaultAuth;
            var what = (mapping.Provider, mapping.Model, mapping.Endpoint ?? mapping.BaseUrl, auth);
            if (!asked.TryGetValue(what, out var answer))
            {
                asked[what] = answer = await probe.AskAsync(mapping, auth, namespaces, cancellationToken);
            }

            answers.Add(answer);
        }

        reports.Keep(key, [.. config.Spec.Tiers.Take(MostMappings).Select(mapping => mapping.Tier).Distinct().Select(tier => Condition(tier, [.. Chain(config.Spec, tier, answers)]))]);
        var waitsForASecret = answers.Any(answer => answer.Reason == TierProblem.SecretMissing);
        return ReconcileResult.After(waitsForASecret && options.Value.ModelProbeInterval > SecretInterval ? SecretInterval : options.Value.ModelProbeInterval);
    }

    /// <summary>What those say whom a run of the tier would ask, in the order in which it would.</summary>
    private static IEnumerable<ModelAnswer> Chain(ModelTierConfigSpec spec, ModelTier tier, List<ModelAnswer> answers) =>
        RunSnapshotModel.Chain(spec, tier).Where((index, place) => index < answers.Count && (place == 0 || spec.Tiers[index].Provider != "scripted")).Select(index => answers[index]);

    private static Aspect Condition(ModelTier tier, IReadOnlyList<ModelAnswer> answers)
    {
        var type = $"{tier}Answers";
        var message = string.Join(" ", answers.Select(answer => answer.Message));
        return answers.Any(answer => answer.Answers) && !answers[0].Answers
            ? new Aspect(type, true, ModelProbe.OnlyFallback, message)
            : new Aspect(type, answers[0].Answers, answers[0].Reason, message);
    }
}
