using Legator.Core.Resources.Events;
using Legator.Core.Scheduling;

namespace Legator.Core.Delegation;

/// <summary>How long tasks and events count.</summary>
public static class EventLife
{
    private static readonly TimeSpan Default = TimeSpan.FromHours(1);

    /// <summary>When a task or event stops to count. A ttl that cannot be read is the default of an hour, and none is longer than <see cref="AgentTasks.LongestLife"/>.</summary>
    /// <param name="item">The event as the API server stored it.</param>
    public static DateTimeOffset EndOf(AgentEvent item)
    {
        var life = GoDuration.TryParse(item.Spec.Ttl, out var ttl, out _) && ttl > TimeSpan.Zero ? ttl : Default;
        return (item.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch) + (life < AgentTasks.LongestLife ? life : AgentTasks.LongestLife);
    }

    /// <summary>True when nothing more comes of a task.</summary>
    public static bool IsFinal(AgentTaskState state) =>
        state is AgentTaskState.Completed or AgentTaskState.Failed or AgentTaskState.Rejected or AgentTaskState.Expired;
}
