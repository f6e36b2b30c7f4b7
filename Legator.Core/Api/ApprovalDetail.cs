using System.Text.Json;

namespace Legator.Core.Api;

/// <summary>One approval with all that a decider has to see, as the run's journal tells it.</summary>
/// <param name="Approval">The approval in short.</param>
/// <param name="Digest">Digest of tool and canonical arguments: a decision counts for these and no others.</param>
/// <param name="Arguments">The exact arguments, redacted.</param>
/// <param name="Actions">Verb, target and tier of all that the call does.</param>
/// <param name="DryRun">What it would change, field by field; null where the target could not say.</param>
/// <param name="DryRunUnavailable">Why it could not say.</param>
/// <param name="Dependents">What depends on the target, as <c>kind/name</c>.</param>
/// <param name="TargetVersion">The target's resource version when it was asked; null where there is none.</param>
/// <param name="Confirmation">What this caller has to type to approve it; null where nothing.</param>
/// <param name="MayDecide">Whether this caller may decide it.</param>
public sealed record ApprovalDetail(
    ApprovalSummary Approval,
    string Digest,
    JsonElement Arguments,
    IReadOnlyList<string> Actions,
    string? DryRun,
    string? DryRunUnavailable,
    IReadOnlyList<string> Dependents,
    string? TargetVersion,
    string? Confirmation,
    Permission MayDecide);
