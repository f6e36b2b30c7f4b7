using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>The one word that sums up a pod, and its counts.</summary>
internal static class PodStatusText
{
    public static string Ready(JsonObject pod)
    {
        var ready = pod.Items("status", "containerStatuses").Count(c => c.At("ready") is JsonValue v && v.TryGetValue(out bool yes) && yes);
        return $"{ready}/{pod.Count("spec", "containers")}";
    }

    public static string Restarts(JsonObject pod, DateTimeOffset now)
    {
        var statuses = pod.Items("status", "containerStatuses").ToArray();
        var last = statuses.Select(s => s.Text("lastState", "terminated", "finishedAt")).Where(t => t.Length > 0).Max(StringComparer.Ordinal);
        var count = PrintedFields.Number(statuses.Sum(s => s.Whole("restartCount")));
        return last is null || count == "0" ? count : $"{count} ({HumanDuration.Since(last, now)} ago)";
    }

    public static string Status(JsonObject pod)
    {
        var reason = pod.Text("status", "reason") is { Length: > 0 } given ? given : pod.Text("status", "phase");
        reason = Initialising(pod) ?? Running(pod, reason);
        if (pod.At("metadata", "deletionTimestamp") is null)
        {
            return reason;
        }
        return pod.Text("status", "reason") == "NodeLost" ? "Unknown" : "Terminating";
    }

    private static string? Initialising(JsonObject pod)
    {
        var total = pod.Count("spec", "initContainers");
        var done = 0;
        foreach (var status in pod.Items("status", "initContainerStatuses"))
        {
            var terminated = status.At("state", "terminated");
            if (terminated is not null && terminated.Whole("exitCode") == 0)
            {
                done++;
                continue;
            }
            var why = terminated is not null ? Ended(terminated) : status.Text("state", "waiting", "reason");
            return why is { Length: > 0 } and not "PodInitializing" ? $"Init:{why}" : $"Init:{done}/{total}";
        }
        return null;
    }

    private static string Running(JsonObject pod, string reason)
    {
        var hasRunning = false;
        foreach (var status in pod.Items("status", "containerStatuses").Reverse())
        {
            var waiting = status.Text("state", "waiting", "reason");
            var terminated = status.At("state", "terminated");
            if (waiting.Length > 0)
            {
                reason = waiting;
            }
            else if (terminated is not null)
            {
                reason = Ended(terminated);
            }
            else if (status.At("state", "running") is not null && status.At("ready") is JsonValue ready && ready.TryGetValue(out bool yes) && yes)
            {
                hasRunning = true;
            }
        }
        if (reason != "Completed" || !hasRunning)
        {
            return reason;
        }
        var isReady = pod.Items("status", "conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True");
        return isReady ? "Running" : "NotReady";
    }

    private static string Ended(JsonNode terminated)
    {
        var reason = terminated.Text("reason");
        return reason.Length > 0 ? reason
            : terminated.Whole("signal") != 0 ? $"Signal:{terminated.Whole("signal")}"
            : $"ExitCode:{terminated.Whole("exitCode")}";
    }
}
