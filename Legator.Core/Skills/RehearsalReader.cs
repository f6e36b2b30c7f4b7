using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Resources;

namespace Legator.Core.Skills;

/// <summary>Reads rehearsal.yaml; unknown fields are refused, because a script that means something else than it says is worse than none.</summary>
internal static class RehearsalReader
{
    private const int MaxTurns = 100;

    public static Rehearsal? Read(string text, SkillFileNotes notes)
    {
        if (SkillFields.OfYaml(text, notes) is not { } fields)
        {
            return null;
        }

        fields.RefuseUnknown("description", "turns", "environment", "dialects", "agents", "answers", "scenes");
        var turns = ReadTurns(fields, notes);
        CheckTurns(turns, "turns", notes);
        return new Rehearsal(turns)
        {
            Description = fields.Text("description"),
            Environment = RehearsalSceneReader.Environment(fields, notes),
            Dialects = RehearsalSceneReader.Dialects(fields),
            Agents = RehearsalSceneReader.Agents(fields),
            Answers = RehearsalAnswerReader.List(fields, "answers"),
            Scenes = RehearsalSceneReader.Read(fields, notes),
        };
    }

    public static List<RehearsalTurn> ReadTurns(SkillFields fields, SkillFileNotes notes) => [.. fields.Maps("turns").Select(turn => ReadTurn(turn, notes))];

    public static void CheckTurns(List<RehearsalTurn> turns, string path, SkillFileNotes notes)
    {
        if (turns.Count is 0 or > MaxTurns)
        {
            notes.Problem(path, $"there are {turns.Count}: write 1 to {MaxTurns}");
        }
        else if (turns[^1] is not { Report: not null, When: null })
        {
            notes.Problem($"{path}[{turns.Count - 1}]", "the last turn must be a 'report' without 'when', so that every run ends");
        }

        RehearsalNames.Check(turns, path, notes);
    }

    private static RehearsalTurn ReadTurn(SkillFields fields, SkillFileNotes notes)
    {
        fields.RefuseUnknown("when", "say", "call", "report", "findings");
        var turn = new RehearsalTurn
        {
            When = RehearsalGuardReader.Read(fields.Map("when")),
            Say = fields.Text("say"),
            Call = [.. fields.Maps("call").Select(call => ReadCall(call, notes))],
            Report = fields.Text("report"),
            Findings = [.. fields.Maps("findings").Select(ReadFinding)],
        };
        if ((turn.Say is null && turn.Call.Count == 0 && turn.Report is null) || (turn.Call.Count > 0 && turn.Report is not null))
        {
            notes.Problem(fields.Path("call"), "a turn has 'say', and either 'call' or 'report', or only one of the three");
        }

        if (turn.Findings.Count > 0 && turn.Report is null)
        {
            notes.Problem(fields.Path("findings"), "belong to a turn with 'report'");
        }

        return turn;
    }

    private static RehearsalCall ReadCall(SkillFields fields, SkillFileNotes notes)
    {
        fields.RefuseUnknown("tool", "arguments", "each", "as", "expect", "take", "answer");
        var call = new RehearsalCall
        {
            Tool = fields.Required("tool", "write the tool, e.g. kubectl.get"),
            Arguments = fields.Map("arguments") is null ? null : JsonSerializer.SerializeToElement(fields.Node("arguments"), LegatorJson.Options),
            Each = fields.Text("each"),
            As = fields.Text("as"),
            Expect = ReadExpectation(fields.Map("expect")),
            Take = ReadTake(fields, notes),
            Answer = RehearsalAnswerReader.AtCall(fields),
        };
        if (call.Each is not (null or RehearsalEach.Endpoints or RehearsalEach.Namespaces))
        {
            notes.Problem(fields.Path("each"), $"'{call.Each}' is not one of {RehearsalEach.Endpoints}, {RehearsalEach.Namespaces}");
        }

        if (call.Take.Count > 0 && call.As is null)
        {
            notes.Problem(fields.Path("as"), "missing: name the result, so that placeholders can find what is taken from it");
        }

        return call;
    }

    private static RehearsalExpectation ReadExpectation(SkillFields? fields)
    {
        fields?.RefuseUnknown("verdict", "reason");
        return new RehearsalExpectation(fields?.Choice<VerdictOutcome>("verdict") ?? VerdictOutcome.Allow, fields?.Choice<GuardrailReason>("reason"));
    }

    private static Dictionary<string, RehearsalExtractor> ReadTake(SkillFields call, SkillFileNotes notes)
    {
        var taken = new Dictionary<string, RehearsalExtractor>(StringComparer.Ordinal);
        if (call.Map("take") is not { } take)
        {
            return taken;
        }

        foreach (var (name, _) in (JsonObject)call.Node("take")!)
        {
            if (take.Map(name) is not { } fields)
            {
                continue;
            }

            fields.RefuseUnknown("json", "regex", "lines");
            var extractor = new RehearsalExtractor { Json = fields.Text("json"), Regex = fields.Text("regex"), Lines = fields.Text("lines") };
            if (new[] { extractor.Json, extractor.Regex, extractor.Lines }.Count(value => value is not null) != 1)
            {
                notes.Problem(take.Path(name), "write exactly one of json, regex, lines");
            }

            RehearsalPattern.Check(extractor.Regex ?? extractor.Lines, take.Path(name), notes);
            taken.Add(name, extractor);
        }

        return taken;
    }

    private static RehearsalFinding ReadFinding(SkillFields fields)
    {
        fields.RefuseUnknown("when", "severity", "message", "resource");
        if (!fields.Has("severity"))
        {
            fields.Notes.Problem(fields.Path("severity"), "missing: write info, warning or critical");
        }

        return new RehearsalFinding
        {
            When = RehearsalGuardReader.Read(fields.Map("when")),
            Severity = fields.Choice<Severity>("severity") ?? Severity.Info,
            Message = fields.Required("message", "say what was found"),
            Resource = fields.Text("resource"),
        };
    }
}
