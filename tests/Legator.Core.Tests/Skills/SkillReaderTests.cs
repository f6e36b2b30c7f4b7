using Legator.Core.Actions;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class SkillReaderTests
{
    private const string Markdown = "---\nname: probe\ndescription: Looks.\nversion: 1.2.0\n---\n\n# Probe\n\nLook.\n";

    private static readonly SkillRef Reference = new() { Name = "fallback", Source = "configmap://probe" };

    [Fact]
    public void Skill_WithAllFiles_IsRead()
    {
        var reading = Read("actions:\n- name: look\n  tool: kubectl.get\n  pattern: pods*\n  tier: read\n  cooldown: 5m\n");

        reading.Problems.ShouldBeEmpty();
        reading.Skill!.Name.ShouldBe("probe");
        reading.Skill.Version.ShouldBe("1.2.0");
        reading.Skill.Instructions.ShouldStartWith("# Probe");
        var declared = reading.Skill.Actions!.Declare("probe").Single();
        (declared.Id, declared.TargetPattern, declared.Tier, declared.Cooldown, declared.Problem).ShouldBe(("look", "pods*", RiskTier.Read, TimeSpan.FromMinutes(5), null));
    }

    [Fact]
    public void Skill_WithoutFrontMatter_TakesTheNameOfTheReference()
    {
        var skill = SkillReader.Read(Reference, new SkillFiles("Just look.")).Skill!;

        (skill.Name, skill.Version, skill.Instructions).ShouldBe(("fallback", null, "Just look."));
    }

    [Fact]
    public void ActionSheet_WithManyMistakes_ReportsThemAllAtOnce()
    {
        var reading = Read("actions:\n- id: a\n  tier: readonly\n- id: a\n  tool: kubectl.get\n  tier: read\n  cooldown: soon\n- 7\n");

        reading.Skill.ShouldBeNull();
        reading.Problems.Select(problem => problem.Field).ShouldBe(["actions[0].tool", "actions[0].tier", "actions[1].cooldown", "actions[2]", "actions"], ignoreOrder: true);
        reading.Problems[1].ToString().ShouldBe("actions.yaml: actions[0].tier: 'readonly' is not one of read, service-mutation, destructive-mutation, data-mutation");
    }

    [Fact]
    public void ActionSheet_WithUnknownField_Warns()
    {
        var reading = Read("actions:\n- id: a\n  tool: kubectl.get\n  tier: read\n  teir: read\n");

        reading.Skill.ShouldNotBeNull();
        reading.Warnings.ShouldContain(warning => warning.Field == "actions[0].teir");
    }

    [Fact]
    public void ActionSheet_NotYaml_NamesLineAndColumn()
    {
        Read("actions:\n- id: a\n\ttool: b\n").Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("actions.yaml: line 3, column ");
    }

    [Fact]
    public void Skill_WithoutActionSheet_WarnsThatEverythingIsDenied()
    {
        SkillReader.Read(Reference, new SkillFiles(Markdown)).Warnings.ShouldContain(warning => warning.File == "actions.yaml");
    }

    [Fact]
    public void Digest_SameContentElsewhere_IsTheSame()
    {
        var here = SkillReader.Read(Reference, new SkillFiles(Markdown)).Skill!;
        var there = SkillReader.Read(Reference with { Source = "other" }, new SkillFiles(Markdown)).Skill!;
        var changed = SkillReader.Read(Reference, new SkillFiles(Markdown + "More.")).Skill!;

        there.Digest.ShouldBe(here.Digest);
        changed.Digest.ShouldNotBe(here.Digest);
    }

    private static SkillReading Read(string actions) => SkillReader.Read(Reference, new SkillFiles(Markdown, actions));
}
