using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>Nobody is there who could want a run to end.</summary>
internal sealed class NoCancel : ICancelLookout
{
    public RunCancelled? Order => null;

    public CancellationToken Wanted => CancellationToken.None;

    public void Dispose()
    {
    }
}
