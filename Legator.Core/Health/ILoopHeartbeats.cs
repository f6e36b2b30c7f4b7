namespace Legator.Core.Health;

/// <summary>Knows every long-running loop of the process; the health endpoints turn red when one stops.</summary>
public interface ILoopHeartbeats
{
    /// <summary>Starts to watch a loop. Until its first beat the process is not ready.</summary>
    /// <param name="loop">Name for people, e.g. <c>informer legatoragents</c>.</param>
    /// <param name="limit">The longest time between two beats after which the loop counts as stopped; choose several times its usual period.</param>
    ILoopHeartbeat Register(string loop, TimeSpan limit);
}
