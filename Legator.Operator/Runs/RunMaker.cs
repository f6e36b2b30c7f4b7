using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Core;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Operator.Accounts;
using Legator.Operator.Agents;
using Legator.Operator.Events;

namespace Legator.Operator.Runs;

/// <summary>Makes LegatorRuns: freezes all that the run needs, or says why that cannot be. The agent does not own its runs: they outlive it.</summary>
internal sealed class RunMaker(ResourceClient<LegatorRun> runs, AgentAccounts accounts, RunBook book, EventRecorder events, TimeProvider time)
{
    private static readonly ActivitySource Spans = new("Legator.Operator.Runs");

    /// <summary>Makes a run; one that exists already is as good.</summary>
    /// <returns>True when this call made it.</returns>
    /// <exception cref="ClusterException">The API refused it, or gave no answer.</exception>
    public async Task<bool> MakeAsync(LegatorAgent agent, AgentReview review, RunOrder order, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity("run.make");
        span?.SetTag("legator.run", order.Name);
        await accounts.EnsureAsync(agent, review.FoundEnvironment, cancellationToken);
        try
        {
            var run = await runs.CreateAsync(Compose(agent, review, order.NotBefore > time.GetUtcNow() ? order : order with { NotBefore = null }), cancellationToken);
            book.Made(Head(run));
            events.Normal(agent, "RunCreated", $"Made run {order.Name} ({TriggerName(order.Trigger)}).");
            return true;
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The run, not stored yet.</summary>
    public static LegatorRun Compose(LegatorAgent agent, AgentReview review, RunOrder order)
    {
        var snapshot = order.Problem is null ? RunSnapshotFactory.Create(agent, review, order) : null;
        return new LegatorRun
        {
            Metadata = new ObjectMeta
            {
                Name = order.Name,
                Namespace = agent.Metadata.Namespace,
                Labels = new Dictionary<string, string>
                {
                    [LegatorApi.AgentLabel] = LabelValue.Of(agent.Metadata.Name ?? ""),
                    [LegatorApi.TriggerLabel] = TriggerName(order.Trigger),
                },
                Annotations = Annotations(order),
            },
            Spec = new LegatorRunSpec
            {
                AgentRef = agent.Metadata.Name ?? "",
                EnvironmentRef = agent.Spec.EnvironmentRef,
                Trigger = order.Trigger,
                ModelUsed = snapshot?.Model.DisplayName,
                Task = order.Task,
                Target = order.Target,
                Slot = order.Slot,
                RequestId = order.RequestId,
                EventRef = order.Delegation?.Event,
                Delivery = order.Delivery,
                UndoOf = order.UndoOf,
                DryRun = order.DryRun ? true : null,
                Snapshot = snapshot?.ToJson(),
                Problem = snapshot is null ? order.Problem ?? review.Problem : null,
            },
        };
    }

    /// <summary>What scheduling needs of a run.</summary>
    public static RunHead Head(LegatorRun run) => new()
    {
        Metadata = run.Metadata,
        Spec = new RunHeadSpec { AgentRef = run.Spec.AgentRef, Trigger = run.Spec.Trigger, Slot = run.Spec.Slot, Problem = run.Spec.Problem, EventRef = run.Spec.EventRef, Delivery = run.Spec.Delivery },
        Status = run.Status is { } status ? new RunHeadStatus { Phase = status.Phase, StartTime = status.StartTime, CompletionTime = status.CompletionTime } : null,
    };

    private static Dictionary<string, string>? Annotations(RunOrder order)
    {
        var annotations = new Dictionary<string, string>();
        if (Activity.Current?.Id is { } trace)
        {
            annotations[LegatorApi.TraceAnnotation] = trace;
        }

        if (order.NotBefore is { } begin)
        {
            annotations[LegatorApi.NotBeforeAnnotation] = begin.ToString("O", CultureInfo.InvariantCulture);
        }

        return annotations.Count == 0 ? null : annotations;
    }

    private static string TriggerName(RunTrigger trigger) => JsonSerializer.SerializeToElement(trigger, LegatorJson.Options).GetString()!;
}
