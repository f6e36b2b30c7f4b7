using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Sql;
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

    public static IReadOnlyDictionary<string, SqlDialect>? Dialects(SkillFields rehearsal)
    {
        if (rehearsal.Map("dialects") is not { } fields)
        {
            return null;
        }

        var dialects = new SortedDictionary<string, SqlDialect>(StringComparer.Ordinal);
        foreach (var (database, _) in (JsonObject)rehearsal.Node("dialects")!)
        {
            dialects[database] = fields.Text(database)?.ToLowerInvariant() switch
            {
                "postgres" or "postgresql" => SqlDialect.PostgreSql,
                "mysql" or "mariadb" => SqlDialect.MySql,
                _ => Wrong(fields, database),
            };
        }

        return dialects;
    }

    public static IReadOnlyDictionary<string, AutonomyLevel>? Agents(SkillFields rehearsal) => rehearsal.Map("agents") is not { } fields
        ? null
        : new SortedDictionary<string, AutonomyLevel>(
            ((JsonObject)rehearsal.Node("agents")!).ToDictionary(agent => agent.Key, agent => fields.Choice<AutonomyLevel>(agent.Key) ?? AutonomyLevel.Observe),
            StringComparer.Ordinal);

    private static SqlDialect Wrong(SkillFields fields, string database)
    {
        fields.Notes.Problem(fields.Path(database), "write postgres or mysql");
        return SqlDialect.Unknown;
    }

    private static LegatorEnvironmentSpec? Deserialized(JsonNode node, SkillFileNotes notes)
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
