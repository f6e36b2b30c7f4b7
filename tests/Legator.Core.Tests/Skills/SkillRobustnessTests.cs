using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Skills;
using Legator.Core.Tests.YamlText;

namespace Legator.Core.Tests.Skills;

public sealed class SkillRobustnessTests
{
    private static readonly RehearsalFacts Facts = new() { Agent = "a", Namespace = "n", Environment = "e", Trigger = RunTrigger.Manual, Namespaces = ["demo"] };

    public static TheoryData<string> Names => [.. BundledSkills.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Skill_Damaged_IsReadAndPlayedOrRefusedWithProblems(string name)
    {
        var random = new Random(7);
        var files = BundledSkills.Find(name, out _)!;
        for (var round = 0; round < 40; round++)
        {
            var damaged = new SkillFiles(TextDamage.Apply(files.Markdown, random), TextDamage.Apply(files.Actions!, random), TextDamage.Apply(files.Rehearsal!, random));

            var reading = SkillReader.Read(new SkillRef { Name = name, Source = "bundled" }, damaged);

            (reading.Skill is null).ShouldBe(reading.Problems.Count > 0);
            Play(reading.Skill?.Rehearsal);
        }
    }

    private static void Play(Rehearsal? rehearsal)
    {
        var outcomes = new List<RehearsalOutcome>();
        for (var turn = 0; rehearsal is not null && turn < 20; turn++)
        {
            var step = new RehearsalPlayer(rehearsal, Facts).Next(outcomes);
            outcomes.AddRange(step.Calls.Select(_ => new RehearsalOutcome(VerdictOutcome.Allow, null, "{\"value\": [1]}")));
        }
    }
}
