using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;

namespace Legator.Web.Catalog;

/// <summary>What of a run is kept in memory: what lists and counts show. All else is asked for where somebody opens a run.</summary>
internal static class KeptRun
{
    public static LegatorRun Of(LegatorRun run) => run with
    {
        ApiVersion = SharedTexts.Of(run.ApiVersion),
        Kind = SharedTexts.Of(run.Kind),
        Metadata = new ObjectMeta
        {
            Name = run.Metadata.Name,
            Namespace = SharedTexts.Of(run.Metadata.Namespace),
            Uid = run.Metadata.Uid,
            ResourceVersion = run.Metadata.ResourceVersion,
            CreationTimestamp = run.Metadata.CreationTimestamp,
        },
        Spec = new LegatorRunSpec
        {
            AgentRef = SharedTexts.Of(run.Spec.AgentRef),
            EnvironmentRef = SharedTexts.Of(run.Spec.EnvironmentRef),
            Trigger = run.Spec.Trigger,
            ModelUsed = SharedTexts.Of(run.Spec.ModelUsed),
            Delivery = run.Spec.Delivery,
            UndoOf = run.Spec.UndoOf,
            DryRun = run.Spec.DryRun,
            Problem = SharedTexts.Of(run.Spec.Problem),
        },
        Status = run.Status is { } status ? Of(status) : null,
    };

    private static LegatorRunStatus Of(LegatorRunStatus status) => new()
    {
        Phase = status.Phase,
        Message = SharedTexts.Of(status.Message),
        StartTime = status.StartTime,
        CompletionTime = status.CompletionTime,
        Usage = status.Usage is { } usage ? new UsageSummary { TotalTokens = usage.TotalTokens, Iterations = usage.Iterations } : null,
        Guardrails = new GuardrailSummary
        {
            ChecksPerformed = status.Guardrails?.ChecksPerformed ?? status.Actions.Count,
            ActionsBlocked = status.Guardrails?.ActionsBlocked ?? 0,
        },
    };
}
