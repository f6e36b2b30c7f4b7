using Legator.Runner.Rehearsals;

namespace Legator.Cli.Rehearsals;

/// <summary>What is played, and where it was found.</summary>
/// <param name="Cast">Who plays.</param>
/// <param name="AgentFile">File of the agent; null for one that is made up.</param>
/// <param name="EnvironmentFile">File of the environment; null for the rehearsal's own.</param>
internal sealed record RehearsalScript(RehearsalCast Cast, string? AgentFile, string? EnvironmentFile)
{
    /// <summary>What should be known beforehand.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The agent, in words.</summary>
    public string Agent => Cast.Agent is { } agent
        ? $"{agent.Metadata.Name} ({AgentFile})"
        : "made up for each scene: it may do what its autonomy and the action sheet allow, and observes where the scene names no autonomy";

    /// <summary>The environment, in words.</summary>
    public string Environment => Cast.Environment is { } site ? $"{site.Metadata.Name} ({EnvironmentFile})"
        : Cast.Skill.Rehearsal?.Environment is not null ? "the rehearsal's own"
        : "an empty one";
}
