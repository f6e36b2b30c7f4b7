using Legator.Core.Runs;

namespace Legator.Runner.Sessions;

/// <summary>What the next request to the model may be: with tools, or the one that must bring the report. Depends on the journal alone.</summary>
/// <param name="Turn">Number of the request, from 1.</param>
/// <param name="Demand">Asks for the report, in words; null while the model may go on working.</param>
/// <param name="MaxTokens">Most tokens of the reply.</param>
internal sealed record TurnPlan(int Turn, string? Demand, int MaxTokens)
{
    /// <summary>The report is asked for because the tokens run out.</summary>
    public const string Budget = "budget";

    /// <summary>The report is asked for because the wall clock runs out.</summary>
    public const string Time = "time";

    private const int LargestReply = 8192;
    private const int ReportReserve = 1024;

    /// <summary>A reply of fewer tokens is not worth asking for: a call of a tool has about as many.</summary>
    private const int LeastReply = 256;
    private const string Report = "Do not call tools. Write your report now, from what you have found so far.";

    /// <summary>Tools are withheld from a request that must bring the report.</summary>
    public bool OffersTools => Demand is null;

    /// <summary>Why the report is asked for, in a word; null while the model may go on working.</summary>
    public string? ReportFor { get; private init; }

    /// <param name="state">The run so far.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="tierMaxTokens">Most tokens of a reply, as the model's tier says.</param>
    /// <param name="prompt">Tokens of the next request, about; null where nobody counts them before.</param>
    /// <param name="timeIsUp">What is left of the wall clock is for the report.</param>
    public static TurnPlan Next(SessionState state, RunSnapshotLimits limits, int? tierMaxTokens, int? prompt = null, bool timeIsUp = false)
    {
        var turn = state.Turns.Count + 1;
        var left = limits.TokenBudget - state.TokensUsed;
        var (why, demand) = DemandOf(state, limits, turn, left, prompt, timeIsUp);
        var most = Math.Min(tierMaxTokens ?? LargestReply, LargestReply);
        return new TurnPlan(turn, demand, (int)Math.Min(most, MostOf(state, limits, left, prompt, demand is not null))) { ReportFor = why };
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

    /// <summary>The last turn had to bring the report because the tokens ran out; for runs of the first format, whose requests do not say so.</summary>
    public static bool LastWasForcedByBudget(SessionState state, RunSnapshotLimits limits) =>
        state.Turns is [.., { HasCalls: true } previous, var last]
        && IsNearlyUsedUp(limits.TokenBudget - (state.TokensUsed - TokensOf(last)), previous);

    private static (string? Why, string? Demand) DemandOf(SessionState state, RunSnapshotLimits limits, int turn, long left, int? prompt, bool timeIsUp)
    {
        if (state.Turns is [.., { HasCalls: false } last])
        {
            return last.IsTruncated
                ? ("cut-off", $"Your reply was cut off at its token limit. {Report} Keep it well below {ReportReserve} tokens.")
                : ("empty", $"Your reply was empty. {Report}");
        }

        if (turn >= limits.MaxIterations)
        {
            return ("turns", $"This is the last of {limits.MaxIterations} turns. {Report}");
        }

        if (timeIsUp)
        {
            return (Time, $"The time for this run, {limits.TimeoutMs / 1000.0:0.#} s, is nearly over. {Report}");
        }

        var nearlyUsedUp = prompt is { } tokens ? left < tokens + LeastReply + AfterIt(state, limits, tokens) : IsNearlyUsedUp(left, state.Turns.LastOrDefault());
        return nearlyUsedUp ? (Budget, $"The token budget of {limits.TokenBudget} is nearly used up. {Report}") : (null, null);
    }

    /// <summary>The prompt grows with each exchange: a turn that would eat up what the report needs is not begun.</summary>
    private static bool IsNearlyUsedUp(long left, SessionTurn? previous) => left <= (previous is null ? 0 : TokensOf(previous)) + ReportReserve;

    /// <summary>What has to be left after a turn: the report, and what it is asked with, which is no less than what the turn is. Before the first turn there is nothing to report yet.</summary>
    private static long AfterIt(SessionState state, RunSnapshotLimits limits, int prompt) => (state.Turns.Count == 0 ? 0 : prompt) + Reserve(limits);

    private static long Reserve(RunSnapshotLimits limits) => Math.Clamp(limits.TokenBudget / 8, LeastReply, ReportReserve);

    // A reply is sent along with the next request, so it counts twice.
    private static long MostOf(SessionState state, RunSnapshotLimits limits, long left, int? prompt, bool isReport) => (prompt, isReport) switch
    {
        ({ } tokens, true) => Math.Max(left - tokens, Reserve(limits)),
        ({ } tokens, false) => Math.Max((left - tokens - AfterIt(state, limits, tokens)) / 2, LeastReply),
        _ => Math.Max(left, ReportReserve),
    };

    private static long TokensOf(SessionTurn turn) => turn.Reply.TokensIn + turn.Reply.TokensOut;
}
