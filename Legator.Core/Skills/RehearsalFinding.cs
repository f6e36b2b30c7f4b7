using Legator.Core.Resources;

namespace Legator.Core.Skills;

/// <summary>Something that the report finds.</summary>
public sealed record RehearsalFinding
{
    /// <summary>Left out when this does not hold.</summary>
    public RehearsalGuard? When { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What was found; with placeholders.</summary>
    public required string Message { get; init; }

    /// <summary>What it is about; with placeholders.</summary>
    public string? Resource { get; init; }
}
