using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Runner.Replay;

/// <summary>Finds the entry at which a journal's chain of hashes breaks.</summary>
internal static class ReplayChain
{
    /// <returns>Null where the chain holds.</returns>
    public static (long Sequence, string Problem)? FirstBreak(IReadOnlyList<RunEvent> events)
    {
        if (RunEventChain.Verify(events) is not { } problem)
        {
            return null;
        }

        var holds = events.Select((_, index) => index + 1).TakeWhile(count => RunEventChain.Verify([.. events.Take(count)]) is null).LastOrDefault();
        return (events[holds].Sequence, problem);
    }
}
