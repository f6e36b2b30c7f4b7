using Legator.Core.Actions;

namespace Legator.Runner.Gate;

/// <summary>Reads that the gate itself needs for a judgement; each is judged like any other call, and only reads pass.</summary>
internal interface IGuardedReads
{
    /// <summary>Judges a reading call and, if wanted, makes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="execute">False to have it judged only.</param>
    /// <param name="scope">The run.</param>
    /// <param name="progress">What the run has used and done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<GuardedRead> ReadAsync(ToolCall call, bool execute, RunScope scope, RunProgress progress, CancellationToken cancellationToken);
}
