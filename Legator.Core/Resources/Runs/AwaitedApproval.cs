namespace Legator.Core.Resources.Runs;

/// <summary>The question that a run waits for an answer to.</summary>
public sealed record AwaitedApproval
{
    /// <summary>Name of the ApprovalRequest.</summary>
    public required string Request { get; init; }

    /// <summary>From then on it counts as refused.</summary>
    public required DateTimeOffset Until { get; init; }
}
