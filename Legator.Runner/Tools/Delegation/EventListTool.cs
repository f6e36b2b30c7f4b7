using System.Text.Json;
using Legator.Core;
using Legator.Core.Delegation;
using Legator.Core.Guardrails.Patterns;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Triggers;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Lists the events of the namespace that count and concern the agent.</summary>
internal sealed class EventListTool(TaskBoard board, TimeProvider time) : Tool<EventListArguments>
{
    private const int MostEvents = 20;
    private const int MostCharacters = 1000;

    public override string Name => "event.list";

    public override string Description => "Lists what other agents of the namespace told of lately, the newest first: [{event, type, severity, from, at, summary, detail}].";

    protected override Task<PreparedCall> PrepareAsync(EventListArguments arguments, RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(new PreparedCall(ToolActions.Classify(Name, arguments, scope), async (_, token) =>
        {
            var type = new Glob(arguments.Type ?? "*");
            var all = await board.SelectAsync(scope.Agent.Namespace, null, token);
            var found = all.Where(item => Concerns(item, scope) && type.Matches(item.Spec.EventType) && item.Spec.Severity >= (arguments.MinSeverity ?? Severity.Info))
                .OrderByDescending(item => item.Metadata.CreationTimestamp)
                .Take(MostEvents);
            return ToolOutput.Done(JsonSerializer.Serialize(found.Select(Show), LegatorJson.Options));
        }));

    private bool Concerns(AgentEvent item, RunScope scope) =>
        !AgentTasks.IsTask(item) && !WebhookDeliveries.Is(item) && item.Spec.SourceAgent != scope.Agent.Name && item.Spec.TargetAgent is var meant && (meant is null || meant == scope.Agent.Name) && EventLife.EndOf(item) > time.GetUtcNow();

    private static object Show(AgentEvent item) => new
    {
        @event = item.Metadata.Name,
        type = item.Spec.EventType,
        severity = item.Spec.Severity,
        from = item.Spec.SourceAgent,
        at = item.Metadata.CreationTimestamp,
        summary = item.Spec.Summary,
        detail = item.Spec.Detail is { } detail ? DelegationText.Cut(detail, MostCharacters) : null,
    };
}
