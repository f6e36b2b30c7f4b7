using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;

namespace Legator.Core.Skills;

/// <summary>A script that stands in for a model: what it says, calls and reports, turn by turn. See docs/rehearsal.md.</summary>
/// <param name="Turns">In order; the last is a report without a guard.</param>
public sealed record Rehearsal(IReadOnlyList<RehearsalTurn> Turns)
{
    /// <summary>What it shows, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The environment that it is played in where none is given; null for an empty one.</summary>
    public LegatorEnvironmentSpec? Environment { get; init; }

    /// <summary>Which SQL the databases speak, by the name of their credential; in a run the credential says it. Null where the rehearsal names none.</summary>
    public IReadOnlyDictionary<string, SqlDialect>? Dialects { get; init; }

    /// <summary>Agents that tasks may be handed to, and their autonomy. Null where the rehearsal names none.</summary>
    public IReadOnlyDictionary<string, AutonomyLevel>? Agents { get; init; }

    /// <summary>What the world answers in every scene, after what stands at the calls; null for nothing.</summary>
    public IReadOnlyList<RehearsalAnswer>? Answers { get; init; }

    /// <summary>How it is played; null for once, as an agent that observes.</summary>
    public IReadOnlyList<RehearsalScene>? Scenes { get; init; }

    /// <summary>What a run needs of it: the script, without the made-up world.</summary>
    public Rehearsal Script() => new([.. Turns.Select(turn => turn with { Call = [.. turn.Call.Select(call => call with { Answer = null })] })]) { Description = Description };
}
