using Legator.Core.Resources.Runs;

namespace Legator.Core.Skills;

/// <summary>A condition on the run or on a value; every member that is set must hold.</summary>
public sealed record RehearsalGuard
{
    /// <summary>What started the run.</summary>
    public RunTrigger? Trigger { get; init; }

    /// <summary>Glob over the run's task, case ignored: <c>*</c> for any task at all, empty for none.</summary>
    public string? Task { get; init; }

    /// <summary>Glob over the run's target, in the same way.</summary>
    public string? Target { get; init; }

    /// <summary>Text with placeholders, compared by exactly one of the members below.</summary>
    public string? Value { get; init; }

    /// <summary>The value is exactly this.</summary>
    public string? Is { get; init; }

    /// <summary>The value is not this.</summary>
    public string? IsNot { get; init; }

    /// <summary>The value holds a match of this regular expression.</summary>
    public string? Matches { get; init; }

    /// <summary>The value holds no match of this regular expression.</summary>
    public string? MatchesNot { get; init; }
}
