namespace Legator.ServiceDefaults.Health;

/// <summary>All loops of the process at one moment.</summary>
internal sealed record HealthReport(IReadOnlyList<LoopState> Loops)
{
    /// <summary>False asks for a restart of the process: a loop has stopped.</summary>
    public bool IsAlive => Loops.All(loop => loop.State != LoopCondition.Stopped);

    /// <summary>False keeps work away: a loop has not begun, or cannot do its work.</summary>
    public bool IsReady => Loops.All(loop => loop.State == LoopCondition.Running);
}
