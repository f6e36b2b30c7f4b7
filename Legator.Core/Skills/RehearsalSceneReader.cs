using System.Text.Json;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Skills;

/// <summary>Reads the scenes of a rehearsal, and the environment that they are played in.</summary>
internal static class RehearsalSceneReader
{
    public const int MaxScenes = 50;

    public static IReadOnlyList<RehearsalScene>? Read(SkillFields rehearsal, SkillFileNotes notes)
    {
        if (!rehearsal.Has("scenes"))
        {
            return null;
        }

        var scenes = rehearsal.Maps("scenes").Select(fields => ReadScene(fields, notes)).ToList();
        if (scenes.Count is 0 or > MaxScenes)
        {
            notes.Problem("scenes", $"there are {scenes.Count}: write 1 to {MaxScenes}, or leave the field out");
        }

        foreach (var twice in scenes.GroupBy(scene => scene.Name, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            notes.Problem("scenes", $"{twice.Count()} scenes are named '{twice.Key}': names must differ");
        }

        return scenes;
    }

    public static LegatorEnvironmentSpec? Environment(SkillFields rehearsal, SkillFileNotes notes)
    {
        if (rehearsal.Map("environment") is null)
        {
            return null;
        }

        var node = rehearsal.Node("environment")!;
        var problems = ResourceSchemas.CheckSpec(typeof(LegatorEnvironment), node, "environment");
        foreach (var problem in problems)
        {
            notes.Problem(problem.Field, problem.Message);
        }

        return problems.Count > 0 ? null : Deserialized(node, notes);
    }

    private static LegatorEnvironmentSpec? Deserialized(System.Text.Json.Nodes.JsonNode node, SkillFileNotes notes)
    {
        try
        {
            return node.Deserialize<LegatorEnvironmentSpec>(LegatorJson.Options);
        }
        catch (JsonException e)
        {
            notes.Problem("environment", e.Message);
            return null;
        }
    }

    private static RehearsalScene ReadScene(SkillFields fields, SkillFileNotes notes)
    {
        fields.RefuseUnknown("name", "autonomy", "approvalMode", "approvals", "trigger", "task", "target", "turns", "answers", "report", "phase");
        var turns = RehearsalReader.ReadTurns(fields, notes);
        if (fields.Has("turns"))
        {
            RehearsalReader.CheckTurns(turns, fields.Path("turns"), notes);
        }

        RehearsalPattern.Check(fields.Text("report"), fields.Path("report"), notes);
        return new RehearsalScene
        {
            Name = fields.Required("name", "say in a few words what the scene shows"),
            Autonomy = fields.Choice<AutonomyLevel>("autonomy"),
            ApprovalMode = fields.Choice<ApprovalMode>("approvalMode"),
            Approvals = fields.Choice<RehearsalDecision>("approvals") ?? RehearsalDecision.Nobody,
            Trigger = fields.Choice<RunTrigger>("trigger") ?? (fields.Has("task") ? RunTrigger.Manual : RunTrigger.Scheduled),
            Task = fields.Text("task"),
            Target = fields.Text("target"),
            Turns = turns,
            Answers = RehearsalAnswerReader.List(fields, "answers") ?? [],
            Report = fields.Text("report"),
            Phase = fields.Choice<RunPhase>("phase"),
        };
    }
}
