namespace Legator.Core.Resources.Agents;

/// <summary>A skill and where it comes from.</summary>
public sealed record SkillRef
{
    /// <summary>Name of the skill.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is: bundled, configmap://NAME, configmap://NAME/KEY, or the bare name of a ConfigMap in the agent's namespace.</summary>
    public required string Source { get; init; }
}
