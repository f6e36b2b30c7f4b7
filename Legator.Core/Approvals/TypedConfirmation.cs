using Legator.Core.Actions;
using Legator.Core.Audit;

namespace Legator.Core.Approvals;

/// <summary>What a person types to approve what destroys: different for each person, question and call, so that nobody confirms by habit, or something else than what was shown.</summary>
public static class TypedConfirmation
{
    /// <summary>True where a yes needs it.</summary>
    public static bool IsNeeded(RiskTier tier) => tier >= RiskTier.DestructiveMutation;

    /// <summary>The text: <c>confirm-</c> and eight digits.</summary>
    /// <param name="approval">The question.</param>
    /// <param name="person">Who decides.</param>
    public static string Of(RunApproval approval, string person) =>
        $"confirm-{CanonicalJson.Sha256(new { approval.Entry, digest = approval.Judged.Digest.Value, approval.Asked.Request, person })[..8]}";

    /// <summary>True when the right text was typed; blanks around it do not matter.</summary>
    public static bool Matches(RunApproval approval, string person, string? typed) => typed?.Trim() == Of(approval, person);
}
