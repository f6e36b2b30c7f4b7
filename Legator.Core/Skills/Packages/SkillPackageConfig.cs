namespace Legator.Core.Skills.Packages;

/// <summary>What a registry is told about a skill.</summary>
public sealed record SkillPackageConfig
{
    /// <summary>Name from the front matter, else of the folder.</summary>
    public string Name { get; init; } = "";

    /// <summary>Version from the front matter, else <c>latest</c>.</summary>
    public string Version { get; init; } = "latest";

    /// <summary>What it is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Who wrote it; packages of other tools have this.</summary>
    public string? Author { get; init; }

    /// <summary>Paths of its files, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>When it was packed; packages of other tools have this. Left out here, so that the same files make the same digest.</summary>
    public string? CreatedAt { get; init; }
}
