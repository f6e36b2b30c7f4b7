using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class SkillSourceTests
{
    [Theory]
    [InlineData("bundled", SkillSourceKind.Bundled, "mine", "SKILL.md")]
    [InlineData("configmap", SkillSourceKind.ConfigMap, "mine", "SKILL.md")]
    [InlineData("configmap://skill-x", SkillSourceKind.ConfigMap, "skill-x", "SKILL.md")]
    [InlineData("configmap://skill-x/skill.md", SkillSourceKind.ConfigMap, "skill-x", "skill.md")]
    [InlineData("skill-x", SkillSourceKind.ConfigMap, "skill-x", "SKILL.md")]
    public void Source_Known_IsParsed(string source, SkillSourceKind kind, string name, string key)
    {
        SkillSource.TryParse(new SkillRef { Name = "mine", Source = source }, out _).ShouldBe(new SkillSource(kind, name, key));
    }

    [Theory]
    [InlineData("git://github.com/org/repo#path@v1", "git repository")]
    [InlineData("oci://registry.example.com/skills/x:1", "OCI artifact")]
    [InlineData("registry.example.com/skills/x:1", "OCI artifact")]
    [InlineData("Not A Name", "is not a skill source")]
    [InlineData("configmap://", "is not a skill source")]
    public void Hole28_SourceThatNobodyPins_IsNotLoadedAndSaysWhatToWrite(string source, string words)
    {
        SkillSource.TryParse(new SkillRef { Name = "mine", Source = source }, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(words);
        problem.ShouldContain("configmap://");
    }

    // A repository or registry could be made to give other files than those that were reviewed; until they are verified, none is fetched.
    [Theory]
    [InlineData("git://git.example.com/skills#../../etc@main")]
    [InlineData("oci://registry.example.com/skills/x@sha256:00")]
    public void Hole28_SkillsFromRepositoriesAndRegistries_AreNotFetched(string source) =>
        SkillSource.TryParse(new SkillRef { Name = "mine", Source = source }, out _).ShouldBeNull();
}
