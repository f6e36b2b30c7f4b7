using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class BundledSkillsTests
{
    private static readonly RehearsalFacts Facts = new()
    {
        Agent = "a",
        Namespace = "agents",
        Environment = "e",
        Trigger = RunTrigger.Scheduled,
        Endpoints = new Dictionary<string, string> { ["shop"] = "http://shop/healthz", ["github"] = "https://api.github.com/repos/o/n" },
        Namespaces = ["demo"],
    };

    public static TheoryData<string> Names => [.. BundledSkills.Names];

    [Fact]
    public void Folder_AndEmbeddedSkills_AreTheSame()
    {
        BundledSkills.Names.ShouldBe(Directory.GetDirectories(RepositoryFolder.File("skills")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Skill_Bundled_IsCompleteWithoutWarnings(string name)
    {
        var reading = Read(name);

        reading.Problems.ShouldBeEmpty();
        reading.Warnings.ShouldBeEmpty();
        reading.Skill!.Name.ShouldBe(name);
        reading.Skill.Instructions.Length.ShouldBeGreaterThan(1000, "instructions that a model can work by");
        reading.Skill.Actions!.Actions.ShouldAllBe(action => !string.IsNullOrWhiteSpace(action.Description));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rehearsal_Bundled_CallsOnlyWhatTheSheetDeclares(string name)
    {
        var skill = Read(name).Skill!;
        var tools = skill.Actions!.Actions.Select(action => action.Tool).ToHashSet();

        skill.Rehearsal!.Turns.SelectMany(turn => turn.Call).Select(call => call.Tool).ShouldAllBe(tool => tools.Contains(tool));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rehearsal_Bundled_EndsInAReportWithinTenTurns(string name)
    {
        var player = new RehearsalPlayer(Read(name).Skill!.Rehearsal!, Facts);
        var outcomes = new List<RehearsalOutcome>();
        var step = player.Next(outcomes);
        for (var turn = 0; turn < 10 && step.Calls.Count > 0; turn++)
        {
            outcomes.AddRange(step.Calls.Select(call => Answer(call.Tool)));
            step = player.Next(outcomes);
        }

        step.Calls.ShouldBeEmpty();
        step.Text.ShouldNotStartWith("The rehearsal stopped");
    }

    private static RehearsalOutcome Answer(string tool) => tool == "kubectl.delete"
        ? new RehearsalOutcome(VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, "observe may only read")
        : new RehearsalOutcome(VerdictOutcome.Allow, GuardrailReason.Allowed, "HTTP 200 OK\n\n{\"value\":\"x\"}");

    private static SkillReading Read(string name) =>
        SkillReader.Read(new SkillRef { Name = name, Source = "bundled" }, BundledSkills.Find(name, out _).ShouldNotBeNull());
}
