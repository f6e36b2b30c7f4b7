using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Skills;

namespace Legator.Runner.Rehearsals;

/// <summary>Who plays a rehearsal, and where.</summary>
/// <param name="Skill">The skill; one without a rehearsal is played as its action sheet alone, which covers nothing.</param>
public sealed record RehearsalCast(Skill Skill)
{
    /// <summary>The agent whose guardrails hold; null for one that is made up and may do what its autonomy and the sheet allow.</summary>
    public LegatorAgent? Agent { get; init; }

    /// <summary>The environment; null for the rehearsal's own.</summary>
    public LegatorEnvironment? Environment { get; init; }

    /// <summary>Further skills of the agent, whose action sheets count too.</summary>
    public IReadOnlyList<Skill> Others { get; init; } = [];

    /// <summary>Answers that stand in files of their own, after all others.</summary>
    public IReadOnlyList<RehearsalAnswer> Fixtures { get; init; } = [];
}
