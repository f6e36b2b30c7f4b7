using System.Security.Cryptography;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Agents;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>Which kubernetes-event triggers count. Events before they were written, or while the agent was paused, start no run.</summary>
internal static class ObservedTriggers
{
    private const string Paused = "paused";

    /// <summary>Null for an agent without any.</summary>
    public static string? Of(LegatorAgentSpec spec)
    {
        var triggers = spec.Schedule.Triggers.Where(trigger => trigger.Type == TriggerType.KubernetesEvent).ToList();
        return triggers.Count == 0 ? null
            : spec.Paused ? Paused
            : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(triggers, LegatorJson.Options)))[..16];
    }
}
