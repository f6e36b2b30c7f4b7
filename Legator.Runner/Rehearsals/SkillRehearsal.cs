using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Runner.Rehearsals;

/// <summary>Plays the rehearsal of a skill through the gate, away from the world: no cluster, no network, no model, and the same outcome each time.</summary>
public static class SkillRehearsal
{
    private const string Place = "rehearsal";

    // A script has as many turns as it has, and makes no use of tokens.
    private const int MostTurns = 200;

    /// <summary>Plays every scene.</summary>
    /// <param name="cast">Who plays, and where.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<RehearsalReport> PlayAsync(RehearsalCast cast, CancellationToken cancellationToken)
    {
        var scenes = new List<PlayedScene>();
        foreach (var scene in cast.Skill.Rehearsal is { } rehearsal ? rehearsal.Scenes ?? [new RehearsalScene { Name = "the rehearsal" }] : [])
        {
            scenes.Add(LeftOut(scene, cast.Agent) is { } why
                ? new PlayedScene(scene.Name) { LeftOut = why }
                : await PlayAsync(cast, cast.Skill.Rehearsal!, scene, cancellationToken));
        }

        return new RehearsalReport(cast.Skill.Name, scenes, SheetCoverage.Of(cast.Skill, scenes));
    }

    /// <summary>What a scene says of the agent is there to show the skill; where an agent is given, its guardrails are what is asked about.</summary>
    private static string? LeftOut(RehearsalScene scene, LegatorAgent? agent) =>
        agent is null ? null
        : scene.Autonomy is { } autonomy && autonomy != agent.Spec.Guardrails.Autonomy
            ? $"it is for autonomy {WireName.Of(autonomy)}, and the agent has {WireName.Of(agent.Spec.Guardrails.Autonomy)}"
        : scene.ApprovalMode is { } mode && mode != (agent.Spec.Guardrails.ApprovalMode ?? ApprovalMode.None)
            ? $"it is for approval mode {WireName.Of(mode)}, and the agent has {WireName.Of(agent.Spec.Guardrails.ApprovalMode ?? ApprovalMode.None)}"
        : null;

    private static async Task<PlayedScene> PlayAsync(RehearsalCast cast, Rehearsal rehearsal, RehearsalScene scene, CancellationToken cancellationToken)
    {
        var script = scene.Turns.Count > 0 ? rehearsal with { Turns = scene.Turns } : rehearsal;
        var snapshot = Snapshot(cast, script, scene);
        var world = new RehearsalWorld([scene.Answers, [.. ScriptAnswers.Of(script)], rehearsal.Answers ?? [], cast.Fixtures], rehearsal);
        var player = new RehearsalPlayer(script, RehearsalFacts.Of(snapshot));
        var (events, state) = await new RehearsalStage(snapshot, player, world, scene.Approvals).PlayAsync(cancellationToken);
        return new SceneReading(scene, snapshot, player, world).Read(events, state);
    }

    private static RunSnapshot Snapshot(RehearsalCast cast, Rehearsal script, RehearsalScene scene)
    {
        var agent = cast.Agent?.Spec ?? MadeUp(cast.Skill, scene);
        return new RunSnapshot
        {
            Agent = new RunSnapshotAgent { Namespace = cast.Agent?.Metadata.Namespace ?? Place, Name = cast.Agent?.Metadata.Name ?? cast.Skill.Name, Spec = agent },
            Environment = new RunSnapshotEnvironment { Name = cast.Environment?.Metadata.Name ?? agent.EnvironmentRef, Spec = cast.Environment?.Spec ?? script.Environment ?? new LegatorEnvironmentSpec() },
            Model = new RunSnapshotModel { Tier = agent.Model.Tier, Provider = "scripted", Model = Place },
            Skills = [RunSnapshotSkill.From(cast.Skill with { Rehearsal = script }), .. cast.Others.Select(RunSnapshotSkill.From)],
            Limits = RunSnapshotLimits.Of(agent),
            Trigger = scene.Trigger,
            Task = scene.Task,
            Target = scene.Target,
        };
    }

    private static LegatorAgentSpec MadeUp(Skill skill, RehearsalScene scene) => new()
    {
        Description = $"Plays the rehearsal of {skill.Name}.",
        Schedule = new ScheduleSpec(),
        Model = new ModelSpec(),
        Skills = [new SkillRef { Name = skill.Name, Source = skill.Source }],
        Guardrails = new GuardrailsSpec { Autonomy = scene.Autonomy ?? AutonomyLevel.Observe, ApprovalMode = scene.ApprovalMode, MaxIterations = MostTurns },
        EnvironmentRef = Place,
    };
}
