using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Core.Skills.Remote;

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
    [InlineData("git://github.com/org/repo#skills/look@v1", "github.com", "org/repo", "skills/look", "v1")]
    [InlineData("git://github.com/org/repo@v1#skills/look", "github.com", "org/repo", "skills/look", "v1")]
    [InlineData("git://git.example.com:8443/org/repo.git", "git.example.com:8443", "org/repo.git", "", null)]
    [InlineData("git://git.example.com/group/sub/repo#look/@release/1.2", "git.example.com", "group/sub/repo", "look", "release/1.2")]
    [InlineData("git://[fd00::1]/repo#look@0123456789012345678901234567890123456789", "[fd00::1]", "repo", "look", "0123456789012345678901234567890123456789")]
    public void GitSource_InEverySpelling_IsRead(string source, string host, string repository, string path, string? reference)
    {
        var git = Parse(source)!.Git!;

        (git.Host.ToString(), git.Repository, git.Path, git.Ref).ShouldBe((host, repository, path, reference));
        git.IsCommit.ShouldBe(reference?.Length == 40);
    }

    [Theory]
    [InlineData("oci://registry.example.com/skills/look:1.0", "registry.example.com", "skills/look", "1.0")]
    [InlineData("registry.example.com:5000/skills/look", "registry.example.com:5000", "skills/look", "latest")]
    [InlineData("registry.example.com/look:v1", "registry.example.com", "look", "v1")]
    [InlineData("oci://r.example.com/look:v1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "r.example.com", "look", "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void RegistrySource_InEverySpelling_IsRead(string source, string host, string repository, string reference)
    {
        var registry = Parse(source)!.Registry!;

        (registry.Host.ToString(), registry.Repository, registry.Reference).ShouldBe((host, repository, reference));
    }

    [Theory]
    [InlineData("Not A Name", "is not a skill source")]
    [InlineData("configmap://", "is not a skill source")]
    [InlineData("http://example.com/skill", "is not a skill source")]
    [InlineData("git://", "names no host")]
    [InlineData("git://example.com", "names no host")]
    [InlineData("git://user@example.com/org/repo", "names no host")]
    [InlineData("git://user:secret@example.com/org/repo", "names no host")]
    [InlineData("git://example.com:99999/org/repo", "names no host")]
    [InlineData("git://example.com/", "names no repository")]
    [InlineData("git://example.com/org/../repo", "names no repository")]
    [InlineData("git://example.com/org/repo?x=1", "names no repository")]
    [InlineData("git://example.com/org/repo#../../etc@main", "inside of the repository")]
    [InlineData("git://example.com/org/repo#/etc", "inside of the repository")]
    [InlineData("git://example.com/org/repo#a//b", "inside of the repository")]
    [InlineData("git://example.com/org/repo#a/.git/hooks", "inside of the repository")]
    [InlineData("git://example.com/org/repo#a\\..\\b", "inside of the repository")]
    [InlineData("git://example.com/org/repo#a@--upload-pack=x", "is no branch, tag or commit")]
    [InlineData("git://example.com/org/repo#a@main..side", "is no branch, tag or commit")]
    [InlineData("git://example.com/org/repo@", "is no branch, tag or commit")]
    [InlineData("oci://registry.example.com", "names no registry")]
    [InlineData("oci://registry.example.com/Skills/x:1", "names no repository")]
    [InlineData("oci://registry.example.com/../x:1", "names no repository")]
    [InlineData("oci://registry.example.com/x:-1", "is no tag")]
    [InlineData("oci://registry.example.com/x@sha256:00", "is no digest")]
    [InlineData("oci://registry.example.com/x@md5:0123", "is no digest")]
    [InlineData("user@registry.example.com/x:1", "names no registry")]
    public void Hole28_SourceThatLeadsAstray_IsNotReadAndSaysWhatToWrite(string source, string words)
    {
        SkillSource.TryParse(new SkillRef { Name = "mine", Source = source }, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(words);
    }

    [Theory]
    [InlineData("git.example.com", "git.example.com", true)]
    [InlineData("git.example.com:8443", "git.example.com", true)]
    [InlineData("git.example.com:8443", "git.example.com:8443", true)]
    [InlineData("git.example.com:8443", "git.example.com:443", false)]
    [InlineData("git.example.com", "*.example.com", true)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("evil-example.com", "*.example.com", false)]
    [InlineData("git.example.com.evil.net", "git.example.com", false)]
    [InlineData("[::1]:5000", "[::1]", true)]
    [InlineData("anything:1", "*", true)]
    public void Host_AgainstAPatternOfTheSettings_MatchesWholeNamesOnly(string host, string pattern, bool matches) =>
        SourceHost.TryParse(host)!.Matches(pattern).ShouldBe(matches);

    private static SkillSource? Parse(string source) => SkillSource.TryParse(new SkillRef { Name = "mine", Source = source }, out _);
}
