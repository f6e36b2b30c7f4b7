using System.Text.RegularExpressions;
using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Core.Triggers;

/// <summary>Checks triggers of webhooks and Kubernetes Events. One with a problem starts no run; the agent's other triggers and its clock go on.</summary>
public static partial class TriggerFields
{
    /// <summary>How long deliveries are gathered where nothing is said.</summary>
    public static readonly TimeSpan DefaultDebounce = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestDebounce = TimeSpan.FromHours(24);

    /// <summary>True for a trigger of something that comes from outside of Legator.</summary>
    public static bool IsFromOutside(TriggerSpec trigger) => trigger.Type is TriggerType.Webhook or TriggerType.KubernetesEvent;

    /// <summary>Everything that is wrong with an agent's triggers, each as <c>field: what and how to mend it</c>.</summary>
    public static IReadOnlyList<string> Problems(LegatorAgentSpec spec) =>
    [
        .. spec.Schedule.Triggers.Index().SelectMany(entry => Problems(entry.Item).Select(problem => $"spec.schedule.triggers[{entry.Index}].{problem}")),
        .. Doubled(spec.Schedule.Triggers),
    ];

    /// <summary>True for a trigger that starts runs.</summary>
    public static bool IsUsable(TriggerSpec trigger) => IsFromOutside(trigger) && !Problems(trigger).Any();

    /// <summary>How long deliveries are gathered after a run.</summary>
    public static TimeSpan DebounceOf(TriggerSpec trigger) =>
        trigger.Debounce is { } text && GoDuration.TryParse(text, out var value, out _) && value >= TimeSpan.Zero && value <= LongestDebounce ? value : DefaultDebounce;

    private static IEnumerable<string> Problems(TriggerSpec trigger)
    {
        if (!IsFromOutside(trigger))
        {
            yield break;
        }

        foreach (var problem in trigger.Type == TriggerType.Webhook ? OfWebhook(trigger) : OfEvents(trigger))
        {
            yield return problem;
        }

        if (trigger.Debounce is { } text && !(GoDuration.TryParse(text, out var value, out _) && value >= TimeSpan.Zero && value <= LongestDebounce))
        {
            yield return $"debounce: '{text}' is no duration from 0s to 24h: write one such as 30s";
        }

        if (TriggerFilter.Problem(trigger.Type, trigger.Filter) is { } filter)
        {
            yield return $"filter: {filter.TrimEnd('.')}";
        }
    }

    private static IEnumerable<string> OfWebhook(TriggerSpec trigger)
    {
        if (string.IsNullOrEmpty(trigger.Source))
        {
            yield return "source: is not set: write the last part of the path that callers post to, such as alertmanager for /webhook/alertmanager";
        }
        else if (!SourceForm().IsMatch(trigger.Source))
        {
            yield return $"source: '{trigger.Source}' is no part of a path: write at most 128 letters, digits, '-', '_', '.' and '/', and begin and end with a letter or digit";
        }

        if (string.IsNullOrWhiteSpace(trigger.SecretRef))
        {
            yield return "secretRef: is not set, and nobody may start runs without proof of who they are: name a Secret of the agent's namespace with the field secret (key of the caller's signatures) or token (a bearer token)";
        }
    }

    private static IEnumerable<string> OfEvents(TriggerSpec trigger)
    {
        if (trigger.Resources.Count == 0 && trigger.Reasons.Count == 0)
        {
            yield return "reasons: neither reasons nor resources are set, so every Event of the cluster would start a run: name some, such as reasons: [BackOff]";
        }
    }

    // Two triggers of one source would each start a run for the same delivery.
    private static IEnumerable<string> Doubled(IReadOnlyList<TriggerSpec> triggers) => triggers.Index()
        .Where(entry => entry.Item.Type == TriggerType.Webhook && triggers.Take(entry.Index).Any(other => other.Type == TriggerType.Webhook && other.Source == entry.Item.Source))
        .Select(entry => $"spec.schedule.triggers[{entry.Index}].source: '{entry.Item.Source}' is the source of an earlier trigger too, and only that one counts: remove one of them");

    [GeneratedRegex(@"^[A-Za-z0-9](?:(?:[A-Za-z0-9_.\-]|/(?!/)){0,126}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SourceForm();
}
