using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Runs;

/// <summary>What started a run.</summary>
public enum RunTrigger
{
    /// <summary>The clock.</summary>
    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    /// <summary>A webhook.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("manual")]
    Manual,

    /// <summary>Another agent: a task or an event.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,

    /// <summary>A Kubernetes Event.</summary>
    [JsonStringEnumMemberName("kubernetes-event")]
    KubernetesEvent,
}
