namespace Legator.Core.Resources.Agents;

/// <summary>Who is told when an action is blocked, and what happens when nobody answers.</summary>
public sealed record EscalationSpec
{
    /// <summary>Who is told.</summary>
    public required EscalationTarget Target { get; init; }

    /// <summary>For target channel: a key of the environment's channels.</summary>
    public string? ChannelName { get; init; }

    /// <summary>True: the run waits at the refused action, as for an approval, until somebody answers or the timeout is over. False: it goes on without the action at once.</summary>
    public bool Wait { get; init; }

    /// <summary>How long an answer may take, as a Go duration.</summary>
    public string Timeout { get; init; } = "300s";

    /// <summary>What happens without an answer.</summary>
    public EscalationTimeoutAction OnTimeout { get; init; } = EscalationTimeoutAction.Cancel;
}
