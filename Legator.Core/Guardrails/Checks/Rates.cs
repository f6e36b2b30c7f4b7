using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>How often all agents of a namespace together may change things.</summary>
internal static class Rates
{
    /// <summary>Refuses a mutation that comes too often; null when none does.</summary>
    public static CheckAnswer? Refuses(GuardrailInput input, PastActions history)
    {
        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (input.TierOf(i) == RiskTier.Read)
            {
                continue;
            }

            var action = input.Actions[i];
            var general = new RateLimit(input.Limits.MaxMutationsPerHour, TimeSpan.FromHours(1)) { Domain = action.Domain, Verb = action.Verb };
            if (Exceeded(input, history, general) is { } refusal)
            {
                return refusal;
            }

            foreach (var rate in input.Limits.Rates)
            {
                if (rate.Concerns(action.Domain, action.Verb) && rate.IsIn(action.Target.Namespace) && Exceeded(input, history, rate) is { } narrower)
                {
                    return narrower;
                }
            }
        }

        return null;
    }

    private static CheckAnswer? Exceeded(GuardrailInput input, PastActions history, RateLimit rate)
    {
        var wanted = 0;
        for (var i = 0; i < input.Actions.Count; i++)
        {
            var action = input.Actions[i];
            wanted += input.TierOf(i) > RiskTier.Read && rate.Concerns(action.Domain, action.Verb) && rate.IsIn(action.Target.Namespace) ? 1 : 0;
        }

        var since = input.Now - rate.Per;
        var done = input.Executed.MutationsSince(rate, since) + history.MutationsSince(rate, since);
        return done + wanted <= rate.Max ? null : CheckAnswer.Deny(
            GuardrailReason.RateLimited,
            $"The agents of this namespace made {done} changes{(rate.Verb is null ? "" : $" '{rate.Verb}'")}{(rate.Namespace is null ? "" : $" in {rate.Namespace}")} within {rate.Per}; {rate.Max} are the most.",
            "It may be tried again when some of them are longer ago.");
    }
}
