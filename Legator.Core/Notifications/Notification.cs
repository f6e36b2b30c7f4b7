using System.Text.Json.Serialization;
using Legator.Core.Resources;
using Legator.Core.Runs;

namespace Legator.Core.Notifications;

/// <summary>One message to one channel. Redacted and bounded; words in it may still be an agent's or a tool's, so whoever shows it must not read markup in them.</summary>
public sealed record Notification
{
    /// <summary>Names the delivery: the same for every attempt, and for the same event and channel always; lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>Names the event: the same on every channel.</summary>
    public required string Event { get; init; }

    /// <summary>What happened.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Namespace of agent, run and environment.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Name of the run; null where it is about several.</summary>
    public string? Run { get; init; }

    /// <summary>Name of the environment whose channel it goes to.</summary>
    public required string Environment { get; init; }

    /// <summary>Key of the channel in the environment; <see cref="ParentChannel"/> for the agent that gave the task.</summary>
    public required string Channel { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The rest; empty where the title says all.</summary>
    public string Text { get; init; } = "";

    /// <summary>What else is to be known, by name, in the order in which it is shown.</summary>
    public IReadOnlyList<NotificationFact> Facts { get; init; } = [];

    /// <summary>The command line that answers it; null where there is nothing to answer.</summary>
    public string? Command { get; init; }

    /// <summary>The page that shows it; null where nobody configured where pages are.</summary>
    public string? Link { get; init; }

    /// <summary>What happens without an answer; null where no answer is expected.</summary>
    public EscalationClock? Clock { get; init; }

    /// <summary>In place of a channel's name: the agent that gave the run its task, which <see cref="Parent"/> names.</summary>
    public const string ParentChannel = "(parent)";

    /// <summary>The agent that gave the task, as <c>namespace/name</c>; null for other channels.</summary>
    public string? Parent { get; init; }

    /// <summary>The agent.</summary>
    [JsonIgnore]
    public AgentKey AgentKey => new(Namespace, Agent);

    /// <summary>The channel, as <c>namespace/environment/channel</c>.</summary>
    [JsonIgnore]
    public string ChannelKey => $"{Namespace}/{Environment}/{Channel}";
}
