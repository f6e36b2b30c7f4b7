namespace Legator.Core.Api;

/// <summary>One page of approvals: those that wait first, each part newest first.</summary>
/// <param name="Approvals">The page.</param>
/// <param name="Total">Approvals that match the filters, on all pages.</param>
/// <param name="Continue">Cursor of the next page; null on the last.</param>
public sealed record ApprovalList(IReadOnlyList<ApprovalSummary> Approvals, int Total, string? Continue = null);
