namespace Legator.Core.Resources.Approvals;

/// <summary>What the target itself said that the action would change.</summary>
public sealed record ApprovalDryRun
{
    /// <summary>Field by field. Unset where nobody could say.</summary>
    public string? Difference { get; init; }

    /// <summary>Why nobody could say. Unset where there is a difference.</summary>
    public string? Unavailable { get; init; }
}
