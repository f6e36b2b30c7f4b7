using Legator.Core.Runs.Events;
using Legator.Runner.Providers;

namespace Legator.Runner.Sessions;

/// <summary>One reply of the model and the calls in it.</summary>
internal sealed class SessionTurn(ModelReplied reply, IReadOnlyList<SessionCall> calls)
{
    /// <summary>An answer is never cut below this.</summary>
    private const int LeastAnswer = 64;

    private (int Reply, int[] Answers)? _tokens;

    public ModelReplied Reply => reply;

    public IReadOnlyList<SessionCall> Calls => calls;

    public bool HasCalls => Calls.Count > 0;

    /// <summary>The model, or a filter in front of it, said no.</summary>
    public bool IsRefused => ModelReply.IsRefusal(Reply.FinishReason);

    public bool IsTruncated => Reply.FinishReason == ModelReply.Truncated;

    /// <summary>Tokens of the whole exchange, about, with its answers cut where they would be more than this.</summary>
    public int TokensWithin(int most)
    {
        var (own, answers) = Tokens();
        return own + (Share(own, answers, most) is { } share ? answers.Sum(a => Math.Min(a, share)) : answers.Sum());
    }

    /// <summary>Most bytes of each answer, so that the exchange has no more tokens than this; null where it has not.</summary>
    public int? AnswersWithin(int most)
    {
        var (own, answers) = Tokens();
        return Share(own, answers, most) is { } share ? (share - TokenEstimate.Around) * TokenEstimate.Bytes : null;
    }

    /// <summary>What each answer may have: the small ones stay whole, the others share what they leave.</summary>
    private static int? Share(int own, int[] answers, int most)
    {
        var left = most - own;
        if (answers.Sum() <= left)
        {
            return null;
        }

        var sorted = answers.Order().ToList();
        for (var index = 0; index < sorted.Count; index++)
        {
            var share = left / (sorted.Count - index);
            if (sorted[index] > share)
            {
                return Math.Max(share, LeastAnswer + TokenEstimate.Around);
            }

            left -= sorted[index];
        }

        return null;
    }

    private (int Reply, int[] Answers) Tokens()
    {
        if (_tokens is { } known)
        {
            return known;
        }

        (int, int[]) counted = (TokenEstimate.OfReply(this), [.. Calls.Select(TokenEstimate.OfAnswer)]);
        _tokens = Calls.All(c => c.IsSettled) ? counted : null;
        return counted;
    }
}
