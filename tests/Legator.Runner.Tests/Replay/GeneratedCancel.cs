using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Tests.Replay;

/// <summary>Of some runs somebody wants the end, after so many looks; once they do, they do for good.</summary>
internal sealed class GeneratedCancel(Random random) : ICancelLookout
{
    private readonly CancellationTokenSource _wanted = new();
    private int _looks = random.Next(6) == 0 ? random.Next(30) : int.MaxValue;

    public RunCancelled? Order
    {
        get
        {
            if (_looks > 0 && --_looks > 0)
            {
                return null;
            }

            _wanted.Cancel();
            return new RunCancelled("ann", "enough");
        }
    }

    public CancellationToken Wanted => _wanted.Token;

    public void Dispose()
    {
        // One for all sessions of the run.
    }
}
