using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>Asks checks in order. The first refusal ends it; a check that throws refuses; a chain without checks refuses.</summary>
/// <param name="checks">The checks, in the order in which they are asked.</param>
public sealed class GuardrailChain(IReadOnlyList<IGuardrailCheck> checks)
{
    private readonly IGuardrailCheck[] _checks = [.. checks];

    /// <summary>Names of the checks, in order.</summary>
    public IReadOnlyList<string> Checks { get; } = [.. checks.Select(c => c.Name)];

    /// <summary>Judges a call. Never throws.</summary>
    public Verdict Judge(GuardrailInput input)
    {
        var trace = new List<CheckTrace>(_checks.Length);
        foreach (var check in _checks)
        {
            var answer = Ask(check, input, trace);
            trace.Add(new CheckTrace(check, input, answer));
            if (answer.Outcome == VerdictOutcome.Deny)
            {
                return Conclude(input, answer, trace);
            }
        }

        return Conclude(input, Sum(trace), trace);
    }

    private static CheckAnswer Ask(IGuardrailCheck check, GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        try
        {
            var answer = check.Ask(input, before);
            return answer.Outcome is VerdictOutcome.Allow or VerdictOutcome.NeedsApproval or VerdictOutcome.Deny && answer.Message is not null
                ? answer
                : CheckAnswer.Deny(GuardrailReason.CheckFailed, $"The check '{check.Name}' gave no answer.");
        }
        catch (Exception exception)
        {
            return CheckAnswer.Deny(GuardrailReason.CheckFailed, $"The check '{check.Name}' failed ({exception.GetType().Name}), and what cannot be judged is refused.");
        }
    }

    private static CheckAnswer Sum(List<CheckTrace> trace)
    {
        if (trace.Count == 0)
        {
            return CheckAnswer.Deny(GuardrailReason.NotJudged, "No check was asked, so nothing may run.");
        }

        CheckTrace? approved = null, open = null;
        foreach (var answer in trace)
        {
            approved ??= answer is { Outcome: VerdictOutcome.Allow, Reason: GuardrailReason.Approved } ? answer : null;
            open = answer.Outcome == VerdictOutcome.NeedsApproval ? answer : open;
        }

        return approved is not null ? new(VerdictOutcome.Allow, GuardrailReason.Approved, approved.Message)
            : open is not null ? CheckAnswer.Ask(open.Message, "A person may approve exactly this call.")
            : CheckAnswer.Pass("No check objects.");
    }

    private static Verdict Conclude(GuardrailInput input, CheckAnswer answer, IReadOnlyList<CheckTrace> trace)
    {
        var (tier, entry, rollback) = Describe(input);
        return new Verdict
        {
            Outcome = answer.Outcome,
            Reason = answer.Reason,
            Message = answer.Message,
            Remedy = answer.Remedy,
            Tier = tier,
            SheetAction = entry,
            Rollback = rollback,
            Trace = trace,
        };
    }

    // A broken input must not turn a refusal into an exception.
    private static (RiskTier Tier, string? Entry, string? Rollback) Describe(GuardrailInput input)
    {
        try
        {
            var (tier, worst) = (input.Tier, input.WorstDeclaration);
            return (tier, worst?.Id, tier == RiskTier.Read ? null : worst?.Rollback);
        }
        catch (Exception)
        {
            return (RiskTier.DataMutation, null, null);
        }
    }
}
