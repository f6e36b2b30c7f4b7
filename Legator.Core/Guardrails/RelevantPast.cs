using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>Picks of what others did only that by which a cooldown or a rate limit can be moved, so that the record of a verdict stays small.</summary>
public static class RelevantPast
{
    /// <param name="past">What others did.</param>
    /// <param name="input">The call, before its history is known.</param>
    /// <returns>The newest time that each of the call's actions was done, and every change that a rate limit would count with them; oldest first.</returns>
    public static IReadOnlyList<PastAction> Of(PastActions past, GuardrailInput input)
    {
        var kept = new HashSet<PastAction>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (past.Last(input.Actions[i]) is { } last)
            {
                kept.Add(last);
            }

            if (input.TierOf(i) > RiskTier.Read)
            {
                kept.UnionWith(Counted(past, input, input.Actions[i]));
            }
        }

        return [.. kept.OrderBy(a => a.At).ThenBy(a => a.Run.ToString(), StringComparer.Ordinal).ThenBy(a => a.Target, StringComparer.Ordinal)];
    }

    private static IEnumerable<PastAction> Counted(PastActions past, GuardrailInput input, ProposedAction action)
    {
        RateLimit[] rates =
        [
            new RateLimit(input.Limits.MaxMutationsPerHour, TimeSpan.FromHours(1)) { Domain = action.Domain, Verb = action.Verb },
            .. input.Limits.Rates.Where(rate => rate.Concerns(action.Domain, action.Verb) && rate.IsIn(action.Target.Namespace)),
        ];
        return past.Where(a => a.Tier > RiskTier.Read && rates.Any(rate => rate.Concerns(a.Domain, a.Verb) && rate.IsIn(a.Namespace) && a.At > input.Now - rate.Per));
    }
}
