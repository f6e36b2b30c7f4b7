using System.Text.Json;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>An agent as people write them, about 2 KB of JSON.</summary>
internal static class AgentBody
{
    public static byte[] Create(string name) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        apiVersion = "legator.io/v1alpha1",
        kind = "LegatorAgent",
        metadata = new
        {
            name,
            labels = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "fleet", ["team"] = "platform" },
            annotations = new Dictionary<string, string> { ["legator.io/note"] = new('n', 500) },
        },
        spec = new
        {
            description = "Watches the nodes and the workloads of a cluster, says what is wrong and what could be done about it",
            emoji = "⌛",
            schedule = new { cron = "*/5 * * * *", timezone = "Europe/Berlin" },
            model = new { tier = "standard", tokenBudget = 20000, timeout = "180s" },
            skills = new[] { new { name = "cluster-health", source = "bundled" }, new { name = "node-patrol", source = "configmap://skills/node-patrol" } },
            guardrails = new
            {
                autonomy = "automate-safe",
                maxIterations = 12,
                maxRetries = 3,
                approvalMode = "mutation-gate",
                allowedActions = Enumerable.Range(0, 12).Select(i => $"kubectl.get pods -n namespace-{i}*"),
                deniedActions = Enumerable.Range(0, 12).Select(i => $"kubectl.delete deployment/critical-{i}*"),
                escalation = new { target = "channel", channelName = "oncall", timeout = "300s", onTimeout = "cancel" },
            },
            reporting = new { onSuccess = "silent", onFailure = "escalate", onFinding = "notify" },
            environmentRef = "dev-lab",
        },
    });
}
