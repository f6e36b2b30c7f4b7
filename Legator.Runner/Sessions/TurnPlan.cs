using Legator.Core.Runs;

namespace Legator.Runner.Sessions;

/// <summary>What the next request to the model may be: with tools, or the one that must bring the report. Depends on the journal alone.</summary>
/// <param name="Turn">Number of the request, from 1.</param>
/// <param name="Demand">Asks for the report, in words; null while the model may go on working.</param>
/// <param name="MaxTokens">Most tokens of the reply.</param>
internal sealed record TurnPlan(int Turn, string? Demand, int MaxTokens)
{
    private const int LargestReply = 8192;
    private const int ReportReserve = 1024;
    private const string Report = "Do not call tools. Write your report now, from what you have found so far.";

    /// <summary>Tools are withheld from a request that must bring the report.</summary>
    public bool OffersTools => Demand is null;

    public static TurnPlan Next(SessionState state, RunSnapshotLimits limits, int? tierMaxTokens)
    {
        var turn = state.Turns.Count + 1;
        var left = limits.TokenBudget - state.TokensUsed;
        var demand = DemandOf(state, limits, turn, left);
        var most = Math.Min(tierMaxTokens ?? LargestReply, LargestReply);
        return new TurnPlan(turn, demand, (int)Math.Min(most, Math.Max(left, ReportReserve)));
    }

    /// <summary>A reply without calls ends the run, unless it was cut off or empty and there is another turn to mend that. Who refuses is not asked again.</summary>
    public static bool IsReport(SessionState state, RunSnapshotLimits limits)
    {
        if (state.Turns is not [.., { HasCalls: false } last])
        {
            return false;
        }

        var sound = last.IsRefused || (!last.IsTruncated && (last.Reply.Text.Trim().Length > 0 || state.Findings.Any()));
        var second = state.Turns is [.., { HasCalls: false }, _];
        return sound || second || state.Turns.Count >= limits.MaxIterations || state.TokensUsed >= limits.TokenBudget;
    }

    /// <summary>The last turn had to bring the report because the tokens ran out.</summary>
    public static bool LastWasForcedByBudget(SessionState state, RunSnapshotLimits limits) =>
        state.Turns is [.., { HasCalls: true } previous, var last]
        && IsNearlyUsedUp(limits.TokenBudget - (state.TokensUsed - TokensOf(last)), previous);

    private static string? DemandOf(SessionState state, RunSnapshotLimits limits, int turn, long left)
    {
        if (state.Turns is [.., { HasCalls: false } last])
        {
            return last.IsTruncated
                ? $"Your reply was cut off at its token limit. {Report} Keep it well below {ReportReserve} tokens."
                : $"Your reply was empty. {Report}";
        }

        if (turn >= limits.MaxIterations)
        {
            return $"This is the last of {limits.MaxIterations} turns. {Report}";
        }

        return IsNearlyUsedUp(left, state.Turns.LastOrDefault()) ? $"The token budget of {limits.TokenBudget} is nearly used up. {Report}" : null;
    }

    /// <summary>The prompt grows with each exchange: a turn that would eat up what the report needs is not begun.</summary>
    private static bool IsNearlyUsedUp(long left, SessionTurn? previous) => left <= (previous is null ? 0 : TokensOf(previous)) + ReportReserve;

    private static long TokensOf(SessionTurn turn) => turn.Reply.TokensIn + turn.Reply.TokensOut;
}
