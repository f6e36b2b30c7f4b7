using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Scheduling;

namespace Legator.Core.Resources.Agents;

/// <summary>Checks the fields of an agent that a schema cannot. Each problem names the field and the fix; zero means the default, as it always has.</summary>
public static class AgentFields
{
    /// <summary>Everything that is wrong, each as <c>field: what and how to mend it</c>.</summary>
    public static IReadOnlyList<string> Problems(LegatorAgentSpec spec) =>
    [
        .. Durations(spec).Select(Problem).OfType<string>(),
        .. Numbers(spec),
        .. Anomalies(spec.Observability?.Anomalies),
        .. Globs("spec.guardrails.allowedActions", spec.Guardrails.AllowedActions),
        .. Globs("spec.guardrails.deniedActions", spec.Guardrails.DeniedActions),
        .. Escalation(spec.Guardrails.Escalation),
        .. Filters(spec.Schedule.Triggers),
        .. Peers("spec.delegation.allowTo", spec.Delegation?.AllowTo),
        .. Peers("spec.delegation.acceptFrom", spec.Delegation?.AcceptFrom),
    ];

    private static IEnumerable<(string Field, string Text)> Durations(LegatorAgentSpec spec)
    {
        yield return ("spec.model.timeout", spec.Model.Timeout);
        yield return ("spec.guardrails.approvalTimeout", spec.Guardrails.ApprovalTimeout);
        if (spec.Guardrails.Escalation is { } escalation)
        {
            yield return ("spec.guardrails.escalation.timeout", escalation.Timeout);
        }

        foreach (var (rate, index) in (spec.Guardrails.Limits?.Rates ?? []).Select((rate, index) => (rate, index)))
        {
            yield return ($"spec.guardrails.limits.rates[{index}].per", rate.Per);
        }
    }

    private static string? Problem((string Field, string Text) duration)
    {
        if (!GoDuration.TryParse(duration.Text, out var value, out var error))
        {
            return $"{duration.Field}: {error}";
        }

        return value <= TimeSpan.Zero || value > TimeSpan.FromDays(365)
            ? $"{duration.Field}: '{duration.Text}' is out of range: write more than 0s and at most 365d"
            : null;
    }

    private static IEnumerable<string> Numbers(LegatorAgentSpec spec)
    {
        if (spec.Guardrails.MaxIterations < 0)
        {
            yield return $"spec.guardrails.maxIterations: {spec.Guardrails.MaxIterations} is negative: write at least 1";
        }

        if (spec.Guardrails.MaxRetries < 0)
        {
            yield return $"spec.guardrails.maxRetries: {spec.Guardrails.MaxRetries} is negative: write at least 0";
        }

        if (spec.Guardrails.Limits is { } limits && new[] { limits.MaxTargetsPerCall, limits.MaxMutationsPerRun, limits.MaxMutationsPerHour }.Concat(limits.Rates.Select(r => (int?)r.Max)).Any(n => n < 0))
        {
            yield return "spec.guardrails.limits: a limit is negative: write at least 1, and for rates at least 0";
        }

        if (spec.Model.TokenBudget < 0)
        {
            yield return $"spec.model.tokenBudget: {spec.Model.TokenBudget} is negative: write at least 1";
        }
    }

    private static IEnumerable<string> Anomalies(AnomalySpec? anomalies)
    {
        const string Field = "spec.observability.anomalies";
        if (anomalies?.FrequencyWindow is { } window && !(GoDuration.TryParse(window, out var time, out _) && time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromHours(24)))
        {
            yield return $"{Field}.frequencyWindow: '{window}' is not a time from 1m to 24h: write e.g. 30m";
        }

        if (anomalies?.FrequencyThreshold < 1)
        {
            yield return $"{Field}.frequencyThreshold: {anomalies.FrequencyThreshold} is too few: write at least 1";
        }

        if (anomalies?.SpikePercent <= 100)
        {
            yield return $"{Field}.spikePercent: {anomalies.SpikePercent} is not above the usual: write more than 100";
        }

        if (anomalies?.MinScopeDelta < 1)
        {
            yield return $"{Field}.minScopeDelta: {anomalies.MinScopeDelta} is too few: write at least 1";
        }

        if (anomalies?.DriftMinSamples is < 1 or > 20)
        {
            yield return $"{Field}.driftMinSamples: {anomalies.DriftMinSamples} is out of range: write 1 to 20";
        }
    }

    private static IEnumerable<string> Globs(string field, IReadOnlyList<string> globs)
    {
        for (var index = 0; index < globs.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(globs[index]))
            {
                yield return $"{field}[{index}]: is blank: write a pattern over tool and target, such as 'kubectl.get *', or remove it";
            }
        }
    }

    private static IEnumerable<string> Escalation(EscalationSpec? escalation)
    {
        if (escalation is { Target: EscalationTarget.Channel } && string.IsNullOrEmpty(escalation.ChannelName))
        {
            yield return "spec.guardrails.escalation.channelName: is not set: name a key of the environment's spec.channels";
        }
    }

    private static IEnumerable<string> Filters(IReadOnlyList<TriggerSpec> triggers)
    {
        foreach (var (index, trigger) in triggers.Index().Where(entry => entry.Item.Type == TriggerType.AgentEvent && !string.IsNullOrWhiteSpace(entry.Item.Filter)))
        {
            if (!PreConditionExpression.TryParse(trigger.Filter!, out _, out var problem))
            {
                yield return $"spec.schedule.triggers[{index}].filter: {problem}";
            }
        }
    }

    private static IEnumerable<string> Peers(string field, IReadOnlyList<string>? entries) =>
        (entries ?? []).Index()
            .Where(entry => entry.Item.Split('/') is not ([{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }]) || (entry.Item.Split('/') is [var inNamespace, _] && inNamespace.Contains('*', StringComparison.Ordinal)))
            .Select(entry => $"{field}[{entry.Index}]: '{entry.Item}' names no agent: write a name, or namespace/name with the namespace in full");
}
