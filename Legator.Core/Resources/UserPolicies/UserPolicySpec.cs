using System.ComponentModel.DataAnnotations;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>Whom a policy is about, and what they may do.</summary>
public sealed record UserPolicySpec
{
    /// <summary>What it is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Whom it is about; one match is enough.</summary>
    [MinLength(1)]
    public required IReadOnlyList<SubjectMatch> Subjects { get; init; }

    /// <summary>What they may do.</summary>
    public required UserRole Role { get; init; }

    /// <summary>Where they may do it. Unset: everywhere.</summary>
    public PolicyScope? Scope { get; init; }
}
