using Legator.Core.Resources.Environments;

namespace Legator.Core.Runs;

/// <summary>The environment as it was when the run was made; credentials are references, never values.</summary>
public sealed record RunSnapshotEnvironment
{
    /// <summary>Name of the LegatorEnvironment, in the agent's namespace.</summary>
    public required string Name { get; init; }

    /// <summary>What the site is made of.</summary>
    public required LegatorEnvironmentSpec Spec { get; init; }
}
