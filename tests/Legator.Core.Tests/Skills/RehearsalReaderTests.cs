using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class RehearsalReaderTests
{
    private static readonly SkillRef Reference = new() { Name = "s", Source = "bundled" };

    [Fact]
    public void Rehearsal_Sound_SurvivesTheSnapshot()
    {
        var reading = Read(RehearsalPlayerTests.Script);
        reading.Problems.ShouldBeEmpty();
        var rehearsal = reading.Skill!.Rehearsal!;
        var json = System.Text.Json.JsonSerializer.Serialize(rehearsal, LegatorJson.Options);

        var again = System.Text.Json.JsonSerializer.Deserialize<Rehearsal>(json, LegatorJson.Options)!;

        System.Text.Json.JsonSerializer.Serialize(again, LegatorJson.Options).ShouldBe(json);
        again.Turns[0].Call[0].Take.Keys.ShouldBe(["count", "first"]);
    }

    [Theory]
    [InlineData("turns: []", "turns: there are 0")]
    [InlineData("turns:\n- say: a", "turns[0]: the last turn must be a 'report' without 'when'")]
    [InlineData("turns:\n- report: a\n  wehn: {task: b}", "turns[0].wehn: unknown field")]
    [InlineData("turns:\n- report: a ${b.text}", "placeholder '${b.text}' names nothing")]
    [InlineData("turns:\n- call: {tool: t, as: b}\n- report: a ${b.count}", "'b' has text, verdict, reason, failed")]
    [InlineData("turns:\n- call: {tool: t, as: b, take: {c: {regex: '(?=x)'}}}\n- report: a", "turns[0].call.take.c: '(?=x)' is not a regular expression")]
    [InlineData("turns:\n- call: {tool: t, as: b, take: {c: {regex: a, lines: b}}}\n- report: a", "write exactly one of json, regex, lines")]
    [InlineData("turns:\n- call: {tool: t, as: run}\n- report: a", "the name 'run' is taken")]
    [InlineData("turns:\n- call: {tool: t, expect: {verdict: maybe}}\n- report: a", "'maybe' is not one of deny, needs-approval, allow")]
    [InlineData("turns:\n- call: {tool: t, expect: {verdict: deny, reason: Because}}\n- report: a", "'Because' is not one of")]
    [InlineData("turns:\n- when: {value: a}\n  say: b\n- report: a", "turns[0].when.value: goes with exactly one of")]
    [InlineData("turns:\n- report: a\n  findings: [{message: m}]", "turns[0].findings[0].severity: missing")]
    [InlineData("- report: a", "a mapping (key: value) was expected at the top")]
    public void Rehearsal_WithMistake_NamesFieldAndFix(string text, string message)
    {
        var reading = Read(text);

        reading.Skill.ShouldBeNull();
        reading.Problems.Select(problem => problem.ToString()).ShouldContain(problem => problem.StartsWith("rehearsal.yaml: ") && problem.Contains(message));
    }

    [Theory]
    [InlineData("turns:\n- call: {tool: t, answer: {txt: a}}\n- report: a", 2, "turns[0].call.answer.txt: unknown field")]
    [InlineData("turns:\n- call: {tool: t, answer: {failed: true}}\n- report: a", 2, "turns[0].call.answer.text: missing")]
    [InlineData("turns:\n- report: a\nanswers:\n- {text: b}", 4, "answers[0].tool: missing")]
    [InlineData("turns:\n- report: a\nscenes:\n- name: b\n  autonomy: full", 5, "scenes[0].autonomy: 'full' is not one of observe")]
    [InlineData("turns:\n- report: a\nscenes:\n- name: b\n  approvals: never", 5, "'never' is not one of nobody, approve, deny")]
    [InlineData("turns:\n- report: a\nscenes:\n- task: b", 4, "scenes[0].name: missing")]
    [InlineData("turns:\n- report: a\nscenes:\n- name: b\n- name: b", 3, "2 scenes are named 'b'")]
    [InlineData("turns:\n- report: a\nscenes:\n- name: b\n  turns:\n  - say: c", 6, "scenes[0].turns[0]: the last turn must be a 'report'")]
    [InlineData("turns:\n- report: a\nscenes:\n- name: b\n  report: '('", 5, "scenes[0].report: '(' is not a regular expression")]
    [InlineData("turns:\n- report: a\nenvironment:\n  namespaces: {apps: [demo], app: x}", 4, "environment.namespaces.app: there is no such field: did you mean apps?")]
    [InlineData("turns:\n- report: [a", 3, "")]
    public void Rehearsal_WithMistakeInItsWorld_NamesLineFieldAndFix(string text, int line, string message) =>
        Read(text).Problems.ShouldContain(problem => problem.Line == line && problem.ToString().Contains(message));

    [Fact]
    public void Script_OfRehearsalWithWorld_IsWhatARunReads()
    {
        var rehearsal = Read("turns:\n- call: {tool: t, answer: a}\n- report: a\nanswers: [{tool: t, text: b}]\nscenes: [{name: c}]\nenvironment: {namespaces: {apps: [d]}}").Skill!.Rehearsal!;

        System.Text.Json.JsonSerializer.Serialize(rehearsal.Script(), LegatorJson.Options)
            .ShouldBe(System.Text.Json.JsonSerializer.Serialize(Read("turns:\n- call: {tool: t}\n- report: a").Skill!.Rehearsal, LegatorJson.Options));
        rehearsal.Environment!.Namespaces!.Apps.ShouldBe(["d"]);
        rehearsal.Turns[0].Call[0].Answer!.Text.ShouldBe("a");
    }

    private static SkillReading Read(string text) => SkillReader.Read(Reference, new SkillFiles("Do.", "actions: []", text));
}
