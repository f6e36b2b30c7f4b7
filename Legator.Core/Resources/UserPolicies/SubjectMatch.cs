namespace Legator.Core.Resources.UserPolicies;

/// <summary>A claim and the value that it must have.</summary>
public sealed record SubjectMatch
{
    /// <summary>The claim.</summary>
    public required SubjectClaim Claim { get; init; }

    /// <summary>The exact value, or a prefix with a * at the end.</summary>
    public required string Value { get; init; }
}
