namespace Legator.Core.Skills;

/// <summary>How a value is taken from a tool's result; exactly one member is set.</summary>
public sealed record RehearsalExtractor
{
    /// <summary>A path such as <c>status.conditions[0].type</c> into the first JSON object or array of the result.</summary>
    public string? Json { get; init; }

    /// <summary>A regular expression without look-around or back-references; the first group of the first match, else the match.</summary>
    public string? Regex { get; init; }

    /// <summary>A regular expression; how many lines of the result match.</summary>
    public string? Lines { get; init; }
}
