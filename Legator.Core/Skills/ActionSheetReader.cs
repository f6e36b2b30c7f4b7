using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Scheduling;

namespace Legator.Core.Skills;

/// <summary>Reads actions.yaml.</summary>
internal static class ActionSheetReader
{
    private static readonly string[] Known =
    [
        "id", "name", "tool", "targetPattern", "pattern", "tier", "description", "sideEffects", "preConditions", "rollback", "cooldown", "dataImpact", "runtimeOverride",
    ];

    public static ActionSheet? Read(string text, SkillFileNotes notes)
    {
        if (SkillFields.OfYaml(text, notes) is not { } fields)
        {
            return null;
        }

        if (!fields.Has("actions"))
        {
            notes.Problem("actions", "missing: list what the skill may do, or write 'actions: []' for nothing");
        }

        var actions = fields.Maps("actions").Select(entry => ReadAction(entry, notes)).ToList();
        foreach (var twice in actions.GroupBy(action => action.Id, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            notes.Problem("actions", $"{twice.Count()} entries have the id '{twice.Key}': ids must differ");
        }

        fields.WarnUnknown("actions");
        return new ActionSheet(actions);
    }

    private static SkillAction ReadAction(SkillFields fields, SkillFileNotes notes)
    {
        var action = new SkillAction
        {
            Id = fields.Has("id") ? fields.Required("id", "") : fields.Has("name") ? fields.Required("name", "") : fields.Required("id", "name the action"),
            Tool = fields.Required("tool", "write the tool, e.g. kubectl.get"),
            TargetPattern = fields.Text("targetPattern") ?? fields.Text("pattern"),
            Tier = Tier(fields, notes),
            Description = fields.Text("description"),
            SideEffects = fields.Texts("sideEffects"),
            PreConditions = [.. fields.Items("preConditions").Select(item => Condition(item.Node, item.Path, notes)).OfType<PreCondition>()],
            Rollback = Rollback(fields),
            Cooldown = Cooldown(fields, notes),
            DataImpact = fields.Node("dataImpact") is JsonObject impact ? impact.ToJsonString(LegatorJson.Options) : fields.Text("dataImpact"),
            RuntimeOverride = fields.Text("runtimeOverride"),
        };
        if (fields.Has("targetPattern") && fields.Has("pattern"))
        {
            notes.Problem(fields.Path("pattern"), "is another name of targetPattern: write one of them");
        }

        WarnUncheckable(action, fields, notes);
        if (SheetWords.Problem(action.DataImpact, action.RuntimeOverride) is { } words)
        {
            notes.Warn(fields.Path(words[..words.IndexOf(':', StringComparison.Ordinal)]), $"{words} Until then the action is always refused");
        }

        fields.WarnUnknown(Known);
        return action;
    }

    /// <summary>A missing tier is a problem; until it is corrected the worst is assumed.</summary>
    private static RiskTier Tier(SkillFields fields, SkillFileNotes notes)
    {
        if (!fields.Has("tier"))
        {
            notes.Problem(fields.Path("tier"), "missing: write read, service-mutation, destructive-mutation or data-mutation");
        }

        return fields.Choice<RiskTier>("tier") ?? RiskTier.DataMutation;
    }

    private static string? Cooldown(SkillFields fields, SkillFileNotes notes)
    {
        var cooldown = fields.Text("cooldown");
        if (cooldown is not null && (!GoDuration.TryParse(cooldown, out var value, out var error) || value < TimeSpan.Zero))
        {
            notes.Problem(fields.Path("cooldown"), error.Length > 0 ? error : $"'{cooldown}' is negative: write a positive duration");
        }

        return cooldown;
    }

    /// <summary>Sheets of other makers have conditions in prose. They stay, and the gate refuses what depends on them.</summary>
    private static void WarnUncheckable(SkillAction action, SkillFields fields, SkillFileNotes notes)
    {
        for (var i = 0; i < action.PreConditions.Count; i++)
        {
            var condition = action.PreConditions[i];
            if (condition.Call is null ? !PreConditionExpression.TryParse(condition.Check, out _, out var problem) : !AnswerExpectation.TryParse(condition.Expect, out _, out problem))
            {
                notes.Warn(fields.Path($"preConditions[{i}]"), $"{problem} Until then the action is always refused");
            }

            if (FailWords.Read(condition.FailAction) is null)
            {
                notes.Warn(fields.Path($"preConditions[{i}].failAction"), $"'{condition.FailAction}' is not known, and blocks: write {FailWords.Known}");
            }
        }
    }

    private static PreCondition? Condition(JsonNode? node, string path, SkillFileNotes notes)
    {
        switch (node)
        {
            case JsonValue value:
                return new PreCondition(value.ToString());
            case JsonObject map:
                var fields = new SkillFields(notes, path, map);
                var call = Call(fields, notes);
                var check = call is null || fields.Has("check") ? fields.Required("check", "say what must hold") : $"{call.Tool} {fields.Text("expect") ?? "succeeds"}";
                fields.WarnUnknown("check", "failAction", "description", "call", "expect");
                return new PreCondition(check, fields.Text("failAction")) { Call = call, Expect = fields.Text("expect") };
            default:
                notes.Problem(path, "a condition is text, or a mapping with 'check'");
                return null;
        }
    }

    /// <summary>A reading call; null without one.</summary>
    private static SheetCall? Call(SkillFields fields, SkillFileNotes notes)
    {
        if (fields.Map("call") is not { } call)
        {
            if (fields.Has("expect"))
            {
                notes.Problem(fields.Path("expect"), "belongs to a 'call' with 'tool' and 'arguments'");
            }

            return null;
        }

        var arguments = call.Node("arguments") as JsonObject ?? [];
        call.WarnUnknown("tool", "arguments");
        return new SheetCall(call.Required("tool", "write the reading tool, e.g. http.get"), JsonSerializer.SerializeToElement(arguments, LegatorJson.Options));
    }

    private static SkillRollback? Rollback(SkillFields fields)
    {
        if (fields.Node("rollback") is JsonValue)
        {
            return new SkillRollback(fields.Text("rollback")!);
        }

        if (fields.Map("rollback") is not { } rollback)
        {
            return null;
        }

        rollback.WarnUnknown("description", "automatic", "command", "call");
        return new SkillRollback(rollback.Text("description") ?? "", rollback.Flag("automatic"), rollback.Text("command")) { Call = Call(rollback, rollback.Notes) };
    }
}
