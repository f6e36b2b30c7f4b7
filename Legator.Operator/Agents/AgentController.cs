using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Control;
using Legator.Operator.Events;
using Legator.Operator.Requests;
using Legator.Operator.Runs;
using Legator.Operator.Schedules;
using Legator.Operator.Secrets;
using Legator.Operator.Skills.Remote;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Agents;

/// <summary>Observes agents, all that they refer to, their runs and the clock. Makes LegatorRuns, and writes each agent's status once where it changed.</summary>
internal sealed class AgentController(
    InformerSet informers,
    AgentIndex index,
    RunBook book,
    AgentReviewer reviewer,
    RunRequests requests,
    SkillLooks looks,
    RunMaker maker,
    RunCancels cancels,
    SecretUsers users,
    SlotCrowd crowd,
    ScheduleMetrics punctuality,
    StatusWriter<LegatorAgent> writer,
    EventRecorder events,
    IOptions<OperatorOptions> options,
    TimeProvider time) : IController
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    public string Name => "legatoragents";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        void AddAll(IEnumerable<ObjectKey> keys)
        {
            foreach (var key in keys)
            {
                queue.Add(key);
            }
        }

        yield return informers.Agents.Subscribe(change => Offer(queue, change));
        yield return informers.Environments.Subscribe(change => AddAll(IfSpecChanged(change) ? index.OnEnvironment(change.Key.Namespace, change.Key.Name) : []));
        yield return informers.ModelTiers.Subscribe(change => AddAll(IfSpecChanged(change) ? index.All() : []));
        yield return informers.ConfigMaps.Subscribe(change => AddAll(change.IsResync ? [] : index.WithSkillIn(change.Key.Namespace, change.Key.Name)));
        yield return book.Subscribe(change =>
        {
            if (change.Old?.IsFinished != change.New?.IsFinished && (change.New ?? change.Old) is { } run)
            {
                queue.Add(new ObjectKey(change.Key.Namespace, run.Agent));
            }
        });
        yield return users.FollowAgents(key => queue.Add(key));
        yield return looks.Subscribe(key => queue.Add(key));
        yield return crowd.Watch(key => queue.Add(key));
        yield return new ClockSteps(time, () => AddAll(index.All()));
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Includes(key.Namespace))
        {
            return ReconcileResult.Done;
        }

        if (informers.Agents.TryGet(key.Namespace, key.Name) is not { } cached)
        {
            crowd.Put(key, null);
            await writer.ReportMalformedAsync(informers.Agents, key, conditions => new { phase = AgentPhase.Error, conditions }, cancellationToken);
            return ReconcileResult.Done;
        }

        if (cached.Metadata.DeletionTimestamp is not null)
        {
            crowd.Put(key, null);
            return ReconcileResult.Done;
        }

        var latest = writer.Freshest(cached);
        var review = RunRequest.Of(latest) is null
            ? await reviewer.ReviewAsync(latest, cancellationToken)
            : await reviewer.ReviewForRunAsync(latest, cancellationToken);
        await PinAsync(cached, review, cancellationToken);
        if (!review.IsPending)
        {
            await requests.HonourAsync(cached, review, cancellationToken);
        }

        var agent = writer.Freshest(cached);
        var slot = Decide(agent, review, TimeSpan.Zero);
        if (slot.Outcome == SlotOutcome.None && PolicyOf(agent) != ConcurrencyPolicy.Replace && crowd.LeadOf(key) is var lead && lead > TimeSpan.Zero && Decide(agent, review, lead) is { Outcome: SlotOutcome.Run } early)
        {
            slot = early;
        }

        var refusal = slot.Outcome == SlotOutcome.Run ? await MakeAsync(agent, review, slot, cancellationToken) : null;
        var status = AgentStatuses.Of(agent, review, slot, refusal, Runs(agent), time.GetUtcNow());
        await writer.WriteAsync(cached, agent.Status, status, cancellationToken);
        Tell(agent, review, slot, status);
        TellDropped(agent, slot, refusal);
        crowd.Put(key, review.IsReady && refusal is null ? slot.Next?.FiresAt : null);
        return Next(review, slot, refusal);
    }

    /// <summary>What the skills are pinned to is written before any run is made of it.</summary>
    private async Task PinAsync(LegatorAgent cached, AgentReview review, CancellationToken cancellationToken)
    {
        var agent = writer.Freshest(cached);
        var pins = agent.Status?.Skills ?? [];
        if (review.Pins.SequenceEqual(pins))
        {
            return;
        }

        var status = agent.Status ?? new LegatorAgentStatus();
        await writer.WriteAsync(cached, agent.Status, status with { Skills = review.Pins.Count == 0 ? null : review.Pins }, cancellationToken);
        foreach (var pin in review.Pins.Except(pins))
        {
            events.Normal(agent, "SkillPinned", $"Skill {pin.Name} from {pin.Source} is pinned to {pin.Resolved}.");
        }
    }

    private static void Offer(WorkQueue<ObjectKey> queue, ResourceChange<LegatorAgent> change)
    {
        // The controller's own status writes come back here; they change neither the spec nor a request.
        if (change.IsResync || IfSpecChanged(change) || RunRequest.Of(change.New!) is not null)
        {
            queue.Add(change.Key, change.IsResync ? WorkPriority.Low : WorkPriority.Normal);
        }
    }

    private static bool IfSpecChanged<T>(ResourceChange<T> change)
        where T : class, Core.Resources.IResource =>
        !change.IsResync && (change.Old is null || change.New is null
            || change.Old.Metadata.Uid != change.New.Metadata.Uid
            || change.Old.Metadata.Generation != change.New.Metadata.Generation);

    /// <summary>The agent's runs; those of an earlier agent of the same name are not its own.</summary>
    private List<RunHead> Runs(LegatorAgent agent) =>
    [
        .. book.Of(new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? ""))
            .Where(run => !run.IsFinished || run.Created >= agent.Metadata.CreationTimestamp),
    ];

    private SlotDecision Decide(LegatorAgent agent, AgentReview review, TimeSpan lead)
    {
        var runs = Runs(agent);
        var latest = runs.MaxBy(run => run.Created);
        var decision = SlotDecision.Of(new SlotFacts
        {
            Schedule = review.Schedule.Schedule,
            AgentUid = agent.Metadata.Uid ?? "",
            Created = agent.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch,
            Now = time.GetUtcNow(),
            Lead = lead,
            Paused = agent.Spec.Paused,
            ObservedSchedule = agent.Status?.ObservedSchedule,
            ScheduleSince = agent.Status?.ScheduleSince,
            LastSlot = agent.Status?.LastScheduleTime,
            ActiveRun = RunController.NextOf(runs)?.Name,
            Unfinished = runs.Count(run => !run.IsFinished),
            Concurrency = PolicyOf(agent),
            Missed = agent.Spec.Schedule.MissedSlots ?? MissedSlots.Last,
            HasRun = time => runs.Exists(run => run.Slot == time),
            RunsBetween = (after, before) => runs.Count(run => run.Slot > after && run.Slot < before),
            Problem = review.Problem,
            HasRunBefore = runs.Count > 0 || agent.Status?.RunCount > 0,
            LastProblem = latest?.Problem,
        });
        return review.IsPending && decision.Outcome == SlotOutcome.Run ? decision with { Outcome = SlotOutcome.Hold } : decision;
    }

    /// <returns>Null when the slot has its run; else why the API refuses it.</returns>
    private async Task<string?> MakeAsync(LegatorAgent agent, AgentReview review, SlotDecision slot, CancellationToken cancellationToken)
    {
        var due = slot.Due!.Value.Time;
        var name = RunNames.ForSlot(new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? ""), due);
        try
        {
            if (await maker.MakeAsync(agent, review, new RunOrder(name, RunTrigger.Scheduled) { Slot = due, NotBefore = slot.Due!.Value.FiresAt }, cancellationToken))
            {
                punctuality.Made(agent, time.GetUtcNow() - slot.Due!.Value.FiresAt);
            }

            if (PolicyOf(agent) == ConcurrencyPolicy.Replace)
            {
                await ReplaceAsync(agent, due, name, cancellationToken);
            }

            return null;
        }
        catch (ClusterException exception) when (exception.IsInvalid || exception.IsForbidden)
        {
            return exception.Message;
        }
    }

    /// <summary>Runs of earlier slots make room. That of the slot is there by now, so what a crash leaves undone here is done at the next look.</summary>
    private async Task ReplaceAsync(LegatorAgent agent, DateTimeOffset due, string name, CancellationToken cancellationToken)
    {
        foreach (var run in Runs(agent).Where(run => !run.IsFinished && run is { Trigger: RunTrigger.Scheduled, Slot: { } slot } && slot < due))
        {
            await cancels.OrderAsync(run, RunCancelled.BySchedule, $"Run {name} of the next slot takes its place.", cancellationToken);
        }
    }

    private static ConcurrencyPolicy PolicyOf(LegatorAgent agent) => agent.Spec.Schedule.ConcurrencyPolicy ?? ConcurrencyPolicy.Forbid;

    private void Tell(LegatorAgent agent, AgentReview review, SlotDecision slot, LegatorAgentStatus status)
    {
        var before = agent.Status?.Conditions.FirstOrDefault(condition => condition.Type == AgentConditions.Ready);
        var ready = review.Ready();
        if (!ready.Holds && !review.IsPending && (before?.Status != "False" || before.Message != ready.Message))
        {
            events.Warning(agent, ready.Reason, ready.Message);
        }

        if (slot.Outcome == SlotOutcome.Skip)
        {
            events.Warning(agent, AgentConditions.SlotSkipped, $"Slot {AgentStatuses.Text(slot)} was skipped: run {status.ActiveRun} is not finished.");
        }
    }

    private void TellDropped(LegatorAgent agent, SlotDecision slot, string? refusal)
    {
        foreach (var dropped in refusal is null ? SlotTally.Of(slot) : [])
        {
            punctuality.Dropped(agent, dropped);
            if (dropped.Reason == SlotDropReason.Overdue)
            {
                events.Warning(agent, AgentConditions.SlotSkipped, $"{dropped.Count} slots up to {AgentStatuses.Text(dropped.Latest)} have no run: they passed while the Operator was down or the agent could not run.");
            }
        }
    }

    private ReconcileResult Next(AgentReview review, SlotDecision slot, string? refusal)
    {
        if (slot.IsMoreDue && refusal is null && slot.Outcome != SlotOutcome.Hold)
        {
            return ReconcileResult.After(TimeSpan.Zero);
        }

        var wait = slot.Next is { } next ? next.FiresAt - time.GetUtcNow() : LongestWait;
        var longest = review is { IsReady: true, Triggers: null or { Holds: true } } && refusal is null ? LongestWait : LookAgain;
        return ReconcileResult.After(wait < longest ? wait : longest);
    }
}
