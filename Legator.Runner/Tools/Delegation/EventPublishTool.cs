using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Delegation;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Triggers;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Tells other agents of something. Runs that it starts may do no more than this one.</summary>
internal sealed class EventPublishTool(TaskBoard board) : Tool
{
    private const int MostPerRun = 20;
    private const int MostLabels = 16;
    private static readonly JsonElement Arguments = ToolArguments.Schema<EventPublishArguments>();

    public override string Name => AgentTasks.PublishTool;

    public override string Description => "Tells the other agents of the namespace of something; those that wait for such events start a run: {event, ttl}.";

    public override JsonElement Schema => Arguments;

    public override Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var told = ToolArguments.Read<EventPublishArguments>(arguments);
        var item = Compose(told, scope, AgentTasks.NameOf(scope.Run, ActionDigest.Of(Name, arguments), scope.Agent.Name, null));
        return Task.FromResult(new PreparedCall(ToolActions.Classify(Name, told, scope), (context, token) => TellAsync(item, context.Scope, token))
        {
            Reconcile = (_, token) => board.ReconcileAsync(scope.Agent.Namespace, item.Metadata.Name!, token),
        });
    }

    private async Task<ToolOutput> TellAsync(AgentEvent item, RunScope scope, CancellationToken cancellationToken)
    {
        var told = await board.SelectAsync(scope.Agent.Namespace, $"{LegatorApi.RunLabel}={LabelValue.Of(scope.Run.Name)}", cancellationToken);
        if (told.Count >= MostPerRun)
        {
            return ToolOutput.Failed($"This run told of {told.Count} events already, which is the most.");
        }

        await board.CreateAsync(Redacted(item, scope), cancellationToken);
        return ToolOutput.Done(JsonSerializer.Serialize(new { @event = item.Metadata.Name, ttl = item.Spec.Ttl }, LegatorJson.Options));
    }

    private static AgentEvent Compose(EventPublishArguments told, RunScope scope, string name)
    {
        var type = DelegationText.Word("type", told.Type);
        if (type.StartsWith(AgentTasks.TypePrefix, StringComparison.Ordinal))
        {
            throw DelegationText.Problem($"type begins with '{AgentTasks.TypePrefix}', as tasks do.", "Use a2a.delegate to give a task, or name another type.");
        }

        if (type is WebhookDeliveries.EventType or AnomalyEvents.EventType)
        {
            throw DelegationText.Problem($"type '{type}' is one that Legator itself tells of.", "Name another type.");
        }

        return new AgentEvent
        {
            Metadata = new ObjectMeta { Name = name, Namespace = scope.Agent.Namespace, Labels = Labels(scope, type, told) },
            Spec = new AgentEventSpec
            {
                SourceAgent = scope.Agent.Name,
                SourceRun = scope.Run.Name,
                EventType = type,
                Severity = told.Severity,
                Summary = DelegationText.Line(DelegationText.Required("summary", told.Summary, 1000), 200),
                Detail = told.Detail is null ? null : DelegationText.Required("detail", told.Detail),
                TargetAgent = told.To is null ? null : DelegationText.Word("to", told.To),
                Labels = Facts(told.Labels),
                Ttl = DelegationText.Life(told.Ttl),
            },
        };
    }

    private static Dictionary<string, string> Facts(Dictionary<string, string>? labels) =>
        labels is null ? []
        : labels.Count > MostLabels || labels.Any(label => label.Key.Length is 0 or > 63 || label.Value.Length > 253)
            ? throw DelegationText.Problem("labels are too many or too long.", $"Give at most {MostLabels}, names of at most 63 and values of at most 253 characters.")
            : labels;

    private static Dictionary<string, string> Labels(RunScope scope, string type, EventPublishArguments told) => new()
    {
        [LegatorApi.EventTypeLabel] = LabelValue.Of(type),
        [LegatorApi.SourceAgentLabel] = LabelValue.Of(scope.Agent.Name),
        [LegatorApi.SourceNamespaceLabel] = scope.Agent.Namespace,
        [LegatorApi.SeverityLabel] = JsonNamingPolicy.CamelCase.ConvertName(told.Severity.ToString()),
        [LegatorApi.RunLabel] = LabelValue.Of(scope.Run.Name),
    };

    private static AgentEvent Redacted(AgentEvent item, RunScope scope) => item with
    {
        Spec = item.Spec with
        {
            Summary = scope.Redactor.Redact(item.Spec.Summary),
            Detail = item.Spec.Detail is null ? null : scope.Redactor.Redact(item.Spec.Detail),
            Labels = item.Spec.Labels.ToDictionary(label => scope.Redactor.Redact(label.Key), label => scope.Redactor.Redact(label.Value)),
        },
    };
}
