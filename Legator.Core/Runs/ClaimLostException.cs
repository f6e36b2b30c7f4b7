namespace Legator.Core.Runs;

/// <summary>The claim was not renewed in time and another runner may hold the run: stop working on it.</summary>
/// <param name="run">The run.</param>
public sealed class ClaimLostException(RunKey run) : Exception($"The claim on run {run} was not renewed in time and is lost.")
{
    /// <summary>The run.</summary>
    public RunKey Run { get; } = run;
}
