namespace Legator.Core.Resources.Approvals;

/// <summary>The action that is asked for.</summary>
public sealed record ApprovalAction
{
    /// <summary>Tool, e.g. kubectl.scale.</summary>
    public required string Tool { get; init; }

    /// <summary>Risk tier: read, service-mutation or destructive-mutation.</summary>
    public required string Tier { get; init; }

    /// <summary>Canonical target, made by the tool from its arguments.</summary>
    public required string Target { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The arguments that the digest stands for.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = new Dictionary<string, string>();
}
