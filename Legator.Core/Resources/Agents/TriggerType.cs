using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What may start a run besides the clock and people.</summary>
public enum TriggerType
{
    /// <summary>An HTTP call from outside.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>A Kubernetes Event.</summary>
    [JsonStringEnumMemberName("kubernetes-event")]
    KubernetesEvent,

    /// <summary>An AgentEvent of another agent in the same namespace.</summary>
    [JsonStringEnumMemberName("agent-event")]
    AgentEvent,
}
