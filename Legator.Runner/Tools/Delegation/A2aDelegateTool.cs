using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Delegation;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Gives a task to another agent. The task names the run that gave it; what the receiver may do with it follows from that run, never from the task.</summary>
internal sealed class A2aDelegateTool(TaskBoard board) : Tool
{
    private const int MostOpen = 20;
    private static readonly JsonElement Arguments = ToolArguments.Schema<A2aDelegateArguments>();

    public override string Name => AgentTasks.DelegateTool;

    public override string Description =>
        "Gives a task to another agent, which works on it in a run of its own: {id, to, state, ttl}. Ask a2a.check for the answer; answers that come later are told to your next run.";

    public override JsonElement Schema => Arguments;

    public override async Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var wanted = ToolArguments.Read<A2aDelegateArguments>(arguments);
        var to = DelegationRules.Resolve(wanted.To, scope.Agent.Namespace);
        var item = Compose(wanted, scope, to, AgentTasks.NameOf(scope.Run, ActionDigest.Of(Name, arguments), scope.Agent.Name, to.Name));
        return new PreparedCall(await ActionsAsync(wanted, scope, to, cancellationToken), (context, token) => GiveAsync(item, context.Scope, token))
        {
            Reconcile = (_, token) => board.ReconcileAsync(to.Namespace, item.Metadata.Name!, token),
        };
    }

    /// <summary>An agent that may not get the task is as unknown as one that is not there.</summary>
    private async Task<IReadOnlyList<ProposedAction>> ActionsAsync(A2aDelegateArguments wanted, RunScope scope, AgentKey to, CancellationToken cancellationToken)
    {
        var receiver = DelegationRules.Namespaces(scope.Agent, scope.Peers).Contains(to.Namespace) ? await scope.Lookout.SeeAsync($"agent {to}", () => ReceiverAsync(to, cancellationToken)) : null;
        var known = new Dictionary<string, AutonomyLevel>();
        if (receiver is not null)
        {
            known[wanted.To] = receiver.Autonomy;
        }

        var context = scope.Environment.ForClassifiers() with { Agents = known };
        var actions = ToolActions.Classify(Name, wanted, context);
        return receiver is not null && DelegationRules.Refusal(scope.Agent, scope.Peers, to, receiver.Delegation, scope.LedBy?.Chain ?? []) is { } refusal
            ? [.. actions.Select(action => action with { BlockedBecause = refusal, BlockedUnless = null })]
            : actions;
    }

    private async Task<SeenAgent?> ReceiverAsync(AgentKey to, CancellationToken cancellationToken) =>
        await board.AgentAsync(to, cancellationToken) is { } agent ? new SeenAgent(agent.Spec.Guardrails.Autonomy, agent.Spec.Delegation) : null;

    private async Task<ToolOutput> GiveAsync(AgentEvent item, RunScope scope, CancellationToken cancellationToken)
    {
        var open = (await board.GivenAsync(scope, cancellationToken)).Where(task => task.Status?.Task is not { } status || !EventLife.IsFinal(status.State)).ToList();
        if (open.Count >= MostOpen && open.TrueForAll(task => task.Metadata.Name != item.Metadata.Name))
        {
            return ToolOutput.Failed($"{open.Count} tasks of this agent wait for an answer, which is the most. Wait for answers first.");
        }

        var made = await board.CreateAsync(Redacted(item, scope), cancellationToken);
        return ToolOutput.Done(JsonSerializer.Serialize(
            new { id = item.Metadata.Name, to = item.Spec.TargetAgent, state = AgentTaskState.Pending, ttl = item.Spec.Ttl, note = made ? null : "This very task was given before; it is the same one." },
            LegatorJson.Options));
    }

    private static AgentEvent Compose(A2aDelegateArguments wanted, RunScope scope, AgentKey to, string name)
    {
        var text = DelegationText.Required("task", wanted.Task);
        var type = AgentTasks.TypeOf(DelegationText.Word("type", wanted.Type ?? "general"));
        var priority = wanted.Priority ?? TaskPriority.Normal;
        return new AgentEvent
        {
            Metadata = new ObjectMeta { Name = name, Namespace = to.Namespace, Labels = Labels(scope, to, priority) },
            Spec = new AgentEventSpec
            {
                SourceAgent = scope.Agent.Name,
                SourceNamespace = scope.Agent.Namespace == to.Namespace ? null : scope.Agent.Namespace,
                SourceRun = scope.Run.Name,
                EventType = type,
                Severity = priority >= TaskPriority.High ? Severity.Warning : Severity.Info,
                Summary = DelegationText.Line(text, 100),
                Detail = text,
                TargetAgent = to.Name,
                Ttl = DelegationText.Life(wanted.Ttl),
            },
        };
    }

    private static Dictionary<string, string> Labels(RunScope scope, AgentKey to, TaskPriority priority) => new()
    {
        [LegatorApi.EventTypeLabel] = AgentTasks.TaskLabel,
        [LegatorApi.SourceAgentLabel] = LabelValue.Of(scope.Agent.Name),
        [LegatorApi.SourceNamespaceLabel] = scope.Agent.Namespace,
        [LegatorApi.TargetAgentLabel] = LabelValue.Of(to.Name),
        [LegatorApi.PriorityLabel] = JsonNamingPolicy.CamelCase.ConvertName(priority.ToString()),
    };

    private static AgentEvent Redacted(AgentEvent item, RunScope scope) => item with
    {
        Spec = item.Spec with { Summary = scope.Redactor.Redact(item.Spec.Summary), Detail = scope.Redactor.Redact(item.Spec.Detail ?? "") },
    };
}
