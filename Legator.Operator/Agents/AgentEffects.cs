using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;

namespace Legator.Operator.Agents;

/// <summary>Tells fields that somebody wrote and that can do nothing as things stand. Nothing is refused for them.</summary>
internal static class AgentEffects
{
    private const string None = "EveryFieldActs";
    private const string Some = "FieldsWithoutEffect";

    /// <summary>The condition.</summary>
    /// <param name="spec">The agent.</param>
    /// <param name="environment">Its environment; null where it is not there, which another condition tells.</param>
    public static Aspect Of(LegatorAgentSpec spec, LegatorEnvironment? environment)
    {
        var idle = (environment is null ? [] : Reporting(spec, environment)).Concat(Escalation(spec.Guardrails.Escalation)).ToList();
        return idle.Count == 0
            ? new Aspect(AgentConditions.FieldsInEffect, true, None, "Every field that is set does something.")
            : new Aspect(AgentConditions.FieldsInEffect, false, Some, string.Join("; ", idle) + ".");
    }

    private static IEnumerable<string> Reporting(LegatorAgentSpec spec, LegatorEnvironment environment)
    {
        if (environment.Spec.Channels.Any(channel => channel.Value.Type != ChannelType.Agent))
        {
            yield break;
        }

        var name = environment.Metadata.Name;
        var loud = spec.Reporting is not { } rules ? [] : new (string Field, ReportingAction Action)[] { ("onSuccess", rules.OnSuccess), ("onFailure", rules.OnFailure), ("onFinding", rules.OnFinding), ("onAnomaly", rules.OnAnomaly) }
            .Where(rule => rule.Action == ReportingAction.Notify || (rule.Action == ReportingAction.Escalate && spec.Guardrails.Escalation?.Target != EscalationTarget.Channel)).ToArray();
        foreach (var (field, action) in loud)
        {
            yield return $"spec.reporting.{field}: {action.ToString().ToLowerInvariant()} reaches nobody, for LegatorEnvironment '{name}' has no channel to people: add one to its spec.channels";
        }

        if (spec.Guardrails.Escalation is { Target: not EscalationTarget.Channel })
        {
            yield return $"spec.guardrails.escalation: reaches nobody, for LegatorEnvironment '{name}' has no channel to people: add one to its spec.channels";
        }
    }

    private static IEnumerable<string> Escalation(EscalationSpec? escalation)
    {
        if (escalation is { Target: not EscalationTarget.Channel, ChannelName: { Length: > 0 } name })
        {
            yield return $"spec.guardrails.escalation.channelName: '{name}' is not used, for target is {escalation.Target.ToString().ToLowerInvariant()}: write target channel, or remove it";
        }
    }
}
