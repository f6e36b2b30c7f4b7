using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Events;
using Legator.Operator.Notifications.Rules;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Anomalies;

/// <summary>Looks at every run that is over, whatever started it, and tells where it is not as the agent's runs usually are: by an AgentEvent, a Kubernetes Event of the agent, and a metric.</summary>
internal sealed class AnomalyWatch(
    AgentHistory history,
    AnomalyEventStore store,
    Informer<LegatorAgent> agents,
    EventRecorder recorder,
    AnomalyMetrics metrics,
    IOptions<AnomalyOptions> options)
{
    private const string Life = "24h";
    private const int LongestSummary = 500;

    /// <summary>Begins anew: what was remembered may be old.</summary>
    public void Begin() => history.Forget();

    /// <summary>A run is over. To look twice tells once: names of events follow from what they tell.</summary>
    /// <returns>What is unusual, for people; also where it was told before.</returns>
    /// <exception cref="ClusterException">The API gives no answer now.</exception>
    public async Task<IReadOnlyList<Anomaly>> EndedAsync(NotifiedRun run, LegatorRunStatus status, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var limits = AnomalyLimits.Of(options.Value, run.Spec?.Observability?.Anomalies);
        if (!limits.Enabled || !AgentHistory.Counts(run.Snapshot?.Undo is not null, status))
        {
            return [];
        }

        var agent = new AgentKey(run.Run.Namespace, run.Agent);
        var sample = RunSample.Of(run.Run.Name, status, time);
        var before = await history.BeforeAsync(agent, sample, cancellationToken);
        List<Anomaly> found = [.. AnomalyRules.Of(sample, before, history.Count(agent, sample.Time, limits), limits).Select(anomaly => Named(anomaly, agent, run.Run, sample, limits))];
        foreach (var anomaly in found)
        {
            await TellAsync(agent, run, anomaly, cancellationToken);
        }

        history.Add(agent, sample, before);
        return found;
    }

    private async Task TellAsync(AgentKey agent, NotifiedRun run, Anomaly anomaly, CancellationToken cancellationToken)
    {
        if (!await store.StoreAsync(Compose(agent, run.Run, anomaly), cancellationToken))
        {
            return;
        }

        if (run.Spec?.Observability?.Metrics != false)
        {
            metrics.Found(agent, anomaly.Kind, anomaly.Severity);
        }

        if (agents.TryGet(agent.Namespace, agent.Name) is { } about)
        {
            recorder.Warning(about, "Anomaly", $"{anomaly.Kind} in run {run.Run.Name}: {anomaly.Summary}");
        }
    }

    // That there are many runs is told once in the time of counting, and not with each of them.
    private static Anomaly Named(Anomaly anomaly, AgentKey agent, RunKey run, RunSample sample, AnomalyLimits limits)
    {
        var what = anomaly.Kind == AnomalyEvents.Frequency
            ? string.Create(CultureInfo.InvariantCulture, $"{agent}\n{anomaly.Kind}\n{anomaly.Severity}\n{sample.Time.UtcTicks / limits.Window.Ticks}")
            : $"{run}\n{anomaly.Kind}";
        return anomaly with
        {
            Name = $"anomaly-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..16]}",
            Summary = PlainText.LineOf(anomaly.Summary, LongestSummary),
        };
    }

    private static AgentEvent Compose(AgentKey agent, RunKey run, Anomaly anomaly) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = anomaly.Name,
            Namespace = agent.Namespace,
            Labels = new Dictionary<string, string>
            {
                [LegatorApi.EventTypeLabel] = AnomalyEvents.EventType,
                [LegatorApi.SourceAgentLabel] = LabelValue.Of(agent.Name),
                [LegatorApi.SeverityLabel] = anomaly.Severity.ToString().ToLowerInvariant(),
                [AnomalyEvents.KindLabel] = anomaly.Kind,
            },
        },
        Spec = new AgentEventSpec
        {
            SourceAgent = agent.Name,
            SourceRun = run.Name,
            EventType = AnomalyEvents.EventType,
            Severity = anomaly.Severity,
            Summary = $"{anomaly.Kind}: {anomaly.Summary}",
            Labels = new Dictionary<string, string> { ["kind"] = anomaly.Kind },
            Ttl = Life,
        },
    };
}
