using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Replay;

/// <summary>Somebody wants the run to end where the recording says so.</summary>
internal sealed class ReplayCancel(ReplayTape tape) : ICancelLookout
{
    public RunCancelled? Order => tape.Cancelled;

    public CancellationToken Wanted => CancellationToken.None;

    public void Dispose()
    {
    }
}
