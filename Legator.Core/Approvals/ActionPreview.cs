namespace Legator.Core.Approvals;

/// <summary>What a call would change, as the target itself said in a dry run.</summary>
/// <param name="Difference">Field by field; null where nobody could say.</param>
/// <param name="Unavailable">Why nobody could say; null where there is a difference.</param>
public sealed record ActionPreview(string? Difference, string? Unavailable = null)
{
    /// <summary>What depends on the target and may suffer with it, as <c>kind/name</c>.</summary>
    public IReadOnlyList<string> Dependents { get; init; } = [];

    /// <summary>No preview.</summary>
    /// <param name="why">Why, as a sentence.</param>
    public static ActionPreview None(string why) => new(null, why);
}
