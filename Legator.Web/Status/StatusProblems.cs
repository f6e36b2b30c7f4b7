using System.Globalization;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Web.Catalog;

namespace Legator.Web.Status;

/// <summary>Finds what is wrong now and wants a person.</summary>
internal sealed class StatusProblems(
    Informer<LegatorAgent> agents,
    Informer<LegatorEnvironment> environments,
    Informer<LegatorRun> runs,
    Informer<ModelTierConfig> tiers)
{
    private const int ManyFailures = 3;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    public IReadOnlyList<StatusProblem> Find(string? only, IEnumerable<LegatorAgent> mine, DateTimeOffset? waitingSince, DateTimeOffset now)
    {
        bool InScope(string? place) => only is null || place is null || place == only;
        return
        [
            .. Unsynced(),
            .. mine.Where(a => !a.Spec.Paused).SelectMany(OfAgent),
            .. environments.All.Where(e => InScope(e.Metadata.Namespace)).SelectMany(e => NotReady("LegatorEnvironment", e.Metadata, e.Status?.Conditions)),
            .. tiers.All.SelectMany(t => NotReady("ModelTierConfig", t.Metadata, t.Status?.Conditions)),
            .. Malformed(InScope),
            .. Waiting(waitingSince, now),
        ];
    }

    private IEnumerable<StatusProblem> Unsynced()
    {
        if (!agents.HasSynced || !runs.HasSynced || !environments.HasSynced || !tiers.HasSynced)
        {
            yield return new StatusProblem("Cluster", "", "kubernetes", "NotSynced", "The Kubernetes API has not been read yet: is it running, and are the CRDs installed ('legator crds | kubectl apply --server-side -f -')?");
        }
    }

    private static IEnumerable<StatusProblem> OfAgent(LegatorAgent agent)
    {
        var summary = AgentSummaries.Of(agent);
        if (summary.Message is not null)
        {
            yield return new StatusProblem("LegatorAgent", summary.Namespace, summary.Name, summary.Reason ?? summary.Phase, summary.Message);
        }
        else if (summary.ConsecutiveFailures >= ManyFailures)
        {
            yield return new StatusProblem(
                "LegatorAgent", summary.Namespace, summary.Name, "RunsFail", string.Create(CultureInfo.InvariantCulture, $"The last {summary.ConsecutiveFailures} runs did not succeed; see 'legator runs logs {summary.LastRunName}'."));
        }
    }

    private static IEnumerable<StatusProblem> NotReady(string kind, ObjectMeta metadata, IReadOnlyList<Condition>? conditions) =>
        (conditions ?? []).Where(c => c is { Type: "Ready", Status: "False" })
            .Select(c => new StatusProblem(kind, metadata.Namespace ?? "", metadata.Name ?? "", c.Reason, c.Message));

    private IEnumerable<StatusProblem> Malformed(Func<string?, bool> inScope) =>
        Of("LegatorAgent", agents.Malformed).Concat(Of("LegatorEnvironment", environments.Malformed)).Concat(Of("LegatorRun", runs.Malformed)).Concat(Of("ModelTierConfig", tiers.Malformed))
            .Where(p => inScope(p.Namespace.Length == 0 ? null : p.Namespace));

    private static IEnumerable<StatusProblem> Of(string kind, IEnumerable<MalformedResource> broken) =>
        broken.Select(m => new StatusProblem(kind, m.Metadata.Namespace ?? "", m.Metadata.Name ?? "", "Malformed", m.Problem));

    private static IEnumerable<StatusProblem> Waiting(DateTimeOffset? since, DateTimeOffset now)
    {
        if (since is { } time && now - time > LongWait)
        {
            yield return new StatusProblem(
                "Queue", "", "runs", "NoRunner", string.Create(CultureInfo.InvariantCulture, $"A run has waited for {(int)(now - time).TotalSeconds} s and no runner has taken it up: is a Runner running, and is it at its limit?"));
        }
    }
}
