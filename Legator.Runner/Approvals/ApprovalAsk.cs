using Legator.Core.Approvals;

namespace Legator.Runner.Approvals;

/// <summary>What a person is to be shown of a call that needs an approval.</summary>
/// <param name="Terms">What must still be so when the call is executed.</param>
/// <param name="Preview">What it would change.</param>
internal sealed record ApprovalAsk(ApprovalTerms Terms, ActionPreview Preview);
