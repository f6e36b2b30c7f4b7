using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core.Scheduling;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>Nobody restarted the workload, and none of its containers restarted by itself, for some time: <c>no recent restart</c> (10 minutes), <c>no restart in 1h</c>.</summary>
internal sealed partial record RestartTerm(TimeSpan Window) : ConditionTerm
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    public override bool NeedsPods => true;

    public static RestartTerm? Parse(string text) =>
        Form().Match(text) is not { Success: true } match ? null
        : !match.Groups["window"].Success ? new(Recent)
        : GoDuration.TryParse(match.Groups["window"].Value, out var window, out _) && window > TimeSpan.Zero ? new(window)
        : null;

    public override bool Holds(ConditionView view, out string seen)
    {
        if (view.Found is null || view.Pods is not { } pods)
        {
            seen = view.Found is null ? "there is no such object." : "nobody looked at its pods.";
            return false;
        }

        var last = pods.SelectMany(Restarts).Append(Time(At(view.Found, "spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"))).Max();
        seen = last is { } at ? $"the last restart was at {at.ToUniversalTime():u}." : "nothing was restarted.";
        return last is null || view.Now - last >= Window;
    }

    // The present start of a container that was restarted, and the end of the one before it.
    private static IEnumerable<DateTimeOffset?> Restarts(JsonObject pod) =>
        ((At(pod, "status", "containerStatuses") as JsonArray)?.OfType<JsonObject>() ?? [])
            .Where(c => c["restartCount"] is JsonValue count && count.TryGetValue<long>(out var times) && times > 0)
            .SelectMany(c => new[] { Time(At(c, "state", "running", "startedAt")), Time(At(c, "lastState", "terminated", "finishedAt")) });

    private static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is JsonValue value && DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"^(?:no recent restarts?|(?:no restarts?|not restarted) (?:in|within|for) (?:the last )?(?<window>\S+))\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
