using Legator.Core.Runs;

namespace Legator.Runner.Sessions;

/// <summary>
/// How much of a conversation is sent with the next request, so that token use stays flat however long a run gets and however much its tools say. It is bounded in tokens. What does not fit any more goes
/// from the old end, whole exchanges at a time and somewhat more than has to, so that requests begin with the same bytes for a while and the vendor's cache holds. Depends on the journal alone.
/// </summary>
/// <param name="Dropped">So many of the oldest exchanges are left out.</param>
internal sealed record ConversationWindow(int Dropped)
{
    private const int Smallest = 4_000;
    private const int Largest = 16_000;

    /// <summary>A full window is not emptied below this part of it: requests stay within 1.3 of each other.</summary>
    private const double Low = 0.78;

    /// <summary>Everything is sent.</summary>
    public static ConversationWindow All { get; } = new(0);

    /// <summary>Most tokens of one exchange; null for no limit.</summary>
    public int? Most { get; private init; }

    /// <summary>Most tokens of the oldest exchange that is sent, where no more of it fits; null for all of it.</summary>
    public int? OldestMost { get; private init; }

    /// <summary>Tokens of what is sent, about, besides the prompt; 0 where nobody counts.</summary>
    public int Tokens { get; private init; }

    /// <summary>Another exchange of the size of the newest still fits, so the next request will begin with this one.</summary>
    public bool GoesOn { get; private init; }

    /// <param name="state">The run so far.</param>
    /// <param name="exchanges">How many exchanges runs of the first format send; null for a model that is told everything.</param>
    /// <param name="limits">A window takes at most a quarter of the run's budget.</param>
    public static ConversationWindow Of(SessionState state, int? exchanges, RunSnapshotLimits limits) => exchanges switch
    {
        null => All,
        { } size when state.Format == SessionFormat.First => new(Math.Max(0, state.Turns.Count - size)) { GoesOn = state.Turns.Count < size },
        _ => Of(state.Turns, High(limits)),
    };

    /// <summary>Tokens that a window holds.</summary>
    public static int High(RunSnapshotLimits limits) => (int)Math.Clamp(limits.TokenBudget / 4, Smallest, Largest);

    /// <param name="turns">All exchanges.</param>
    /// <param name="high">Tokens that the window holds.</param>
    public static ConversationWindow Of(IReadOnlyList<SessionTurn> turns, int high)
    {
        var low = (int)(high * Low);
        var (dropped, total, oldest) = (0, 0, 0);
        int? cut = null;
        for (var newest = 0; newest < turns.Count; newest++)
        {
            total += turns[newest].TokensWithin(high);
            oldest = newest == dropped ? total : oldest;
            if (total <= high)
            {
                continue;
            }

            while (dropped < newest && (total > high || total - oldest >= low))
            {
                var rest = total - oldest;
                if (rest < low && turns[dropped].TokensWithin(low - rest) is var left && left < oldest && rest + left <= high)
                {
                    (total, oldest, cut) = (rest + left, left, low - rest);
                    break;
                }

                (total, cut) = (rest, null);
                oldest = turns[++dropped].TokensWithin(high);
            }
        }

        return new(dropped) { Tokens = total, Most = high, OldestMost = cut, GoesOn = turns.Count == 0 || total + turns[^1].TokensWithin(high) <= high };
    }

    /// <summary>Most bytes of what each tool said in an exchange; null for all of it.</summary>
    /// <param name="turn">The exchange.</param>
    /// <param name="isOldest">No earlier one is sent.</param>
    public int? AnswersOf(SessionTurn turn, bool isOldest) =>
        (isOldest ? OldestMost : null) is { } less ? turn.AnswersWithin(less) : Most is { } most ? turn.AnswersWithin(most) : null;
}
