using Legator.Core.Guardrails;

namespace Legator.Core.Resources.Environments;

/// <summary>One rule of a protection class.</summary>
public sealed record ProtectionRuleSpec
{
    /// <summary>Domain of the actions that it concerns: kubernetes, ssh, sql, http, aws, azure, dns, mcp, state or delegation. Unset: all.</summary>
    public string? Domain { get; init; }

    /// <summary>Glob over "verb target", the target alone, or the text of the call, without regard to case, e.g. "delete pvc/*", "* deployment/payments*", "DROP TABLE*", "ec2.terminate-*".</summary>
    public required string Pattern { get; init; }

    /// <summary>What happens to what it matches: refused, left to a person, or noted.</summary>
    public ProtectionEffect Action { get; init; } = ProtectionEffect.Block;

    /// <summary>Why, shown with the refusal.</summary>
    public string? Description { get; init; }
}
