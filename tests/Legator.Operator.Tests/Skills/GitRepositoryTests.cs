using System.Text;
using Legator.Backends.SkillSources;
using Legator.Core.Skills.Remote;
using Legator.Operator.Skills.Git;
using Legator.Tests.SkillServers;

namespace Legator.Operator.Tests.Skills;

/// <summary>Skills out of repositories that git itself serves, the hostile ones too.</summary>
public sealed class GitRepositoryTests : IAsyncLifetime
{
    private GitServer server = null!;

    public async ValueTask InitializeAsync() => server = await GitServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("", "second")]
    [InlineData("@main", "second")]
    [InlineData("@v1", "first")]
    [InlineData("@v1-noted", "first")]
    [InlineData("@refs/heads/side", "first")]
    public async Task Repository_AtBranchOrTag_GivesTheFilesOfThatCommit(string reference, string words)
    {
        var work = await ServeAsync();
        var repository = Open($"git://{server.Host}/org/repo#skills/look{reference}");
        var tip = repository.Resolve();

        tip.Commit.ShouldBe(await work.GitAsync("rev-parse", (reference.Length == 0 ? "main" : reference[1..]) + "^{commit}"));
        Text(repository.Files(tip), "SKILL.md").ShouldContain(words);
        Text(repository.Files(tip), "actions.yaml").ShouldBe(SkillText.Sheet);
    }

    [Fact]
    public async Task Repository_AtACommitThatNoBranchStandsFor_StillGivesIt()
    {
        var work = await ServeAsync();
        var commit = await work.GitAsync("rev-parse", "v1^{commit}");
        var repository = Open($"git://{server.Host}/org/repo#skills/look@{commit}");

        Text(repository.Files(repository.Resolve()), "SKILL.md").ShouldContain("first");
    }

    [Fact]
    public async Task Repository_ServerThatGivesCommitsByTheirId_IsAskedForOneOnly()
    {
        var work = await ServeAsync();
        await work.GitAsync("config", "uploadpack.allowAnySHA1InWant", "true");
        var commit = await work.GitAsync("rev-parse", "v1^{commit}");
        Text(Open($"git://{server.Host}/org/repo#skills/look@{commit}").Files(new GitTip(null, commit)), "SKILL.md").ShouldContain("first");

        server.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("#skills/none@main", "has no folder skills/none")]
    [InlineData("#skills/look/SKILL.md@main", "skills/look/SKILL.md in")]
    [InlineData("#skills/link@main", "is a symbolic link and no folder")]
    [InlineData("#skills/linked-file@main", "SKILL.md in")]
    [InlineData("#module@main", "is a submodule and no folder")]
    [InlineData("#huge@main", "SKILL.md is larger than 256 KiB")]
    [InlineData("#skills/look@nowhere", "has no branch and no tag 'nowhere'")]
    [InlineData("#skills/look@0123456789012345678901234567890123456789", "has no commit 0123456789012345678901234567890123456789")]
    public async Task Repository_HostileOrMissing_IsRefusedWithAReason(string rest, string words)
    {
        await ServeAsync();
        var repository = Open($"git://{server.Host}/org/repo{rest}");

        var refusal = Should.Throw<SkillSourceException>(() => repository.Files(repository.Resolve()));
        refusal.Message.ShouldContain(words);
        refusal.Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task Repository_DeepTree_IsWalkedAsFarAsItIsNamed()
    {
        var work = await server.RepositoryAsync("org/deep");
        var path = string.Join('/', Enumerable.Range(0, 30).Select(level => $"d{level}"));
        work.WriteSkill(path, "deep down");
        await work.CommitAsync();
        var repository = Open($"git://{server.Host}/org/deep#{path}@main");

        Text(repository.Files(repository.Resolve()), "SKILL.md").ShouldContain("deep down");
    }

    [Fact]
    public async Task Repository_LargerThanTheLimit_IsGivenUp()
    {
        var work = await server.RepositoryAsync("org/large");
        var noise = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        work.WriteSkill("", "large");
        await File.WriteAllBytesAsync(Path.Combine(work.Folder, "noise"), noise, TestContext.Current.CancellationToken);
        await work.CommitAsync();
        var repository = Open($"git://{server.Host}/org/large@main", mostBytes: 1024 * 1024);

        Should.Throw<SkillSourceException>(() => repository.Files(repository.Resolve())).Message.ShouldContain("sends more than 1 MiB");
    }

    [Fact]
    public async Task Server_WithTlsAndPassword_LetsInWhoeverIsNamed()
    {
        using var certificate = new ServerCertificate();
        await using var closed = await GitServer.StartAsync("robot:s3cret", certificate);
        var work = await closed.RepositoryAsync("org/repo");
        work.WriteSkill("", "behind a door");
        await work.CommitAsync();
        var source = $"git://{closed.Host}/org/repo@main";

        Refusal(source, null).ShouldContain("cannot be reached");
        Refusal(source, new SourceCredential(null, null, certificate.Pem)).ShouldContain("none is given");
        Refusal(source, new SourceCredential("robot", "wr0ng", certificate.Pem)).ShouldContain("correct the credential");
        Refusal(source, new SourceCredential("robot", "wr0ng", certificate.Pem)).ShouldNotContain("wr0ng");
        var repository = Open(source, credential: new SourceCredential("robot", "s3cret", certificate.Pem), plain: false);
        Text(repository.Files(repository.Resolve()), "SKILL.md").ShouldContain("behind a door");
    }

    internal static string Text(IReadOnlyDictionary<string, byte[]> files, string name) => Encoding.UTF8.GetString(files[name]);

    private static string Refusal(string source, SourceCredential? credential) =>
        Should.Throw<SkillSourceException>(() => Open(source, credential: credential, plain: false).Resolve()).Message;

    private static GitRepository Open(string source, long mostBytes = 64 * 1024 * 1024, SourceCredential? credential = null, bool plain = true) =>
        new(new SourceConnections(Sources.Loopback(plain)), GitAddress.TryParse(source, out var problem) ?? throw new InvalidOperationException(problem), credential, mostBytes, TestContext.Current.CancellationToken);

    /// <summary>Two commits; the first is tagged, and both hold things that a skill has no business with.</summary>
    private async Task<GitWork> ServeAsync()
    {
        var work = await server.RepositoryAsync("org/repo");
        work.WriteSkill("skills/look", "first");
        await work.CommitAsync();
        await work.GitAsync("tag", "v1");
        await work.GitAsync("tag", "-a", "-m", "noted", "v1-noted");
        await work.GitAsync("branch", "side");
        work.WriteSkill("skills/look", "second");
        File.CreateSymbolicLink(Path.Combine(work.Folder, "skills", "link"), "/etc");
        Directory.CreateDirectory(Path.Combine(work.Folder, "skills", "linked-file"));
        File.CreateSymbolicLink(Path.Combine(work.Folder, "skills", "linked-file", "SKILL.md"), "/etc/passwd");
        work.Write("huge/SKILL.md", SkillText.Markdown(new string('x', 300 * 1024)));
        await work.GitAsync("update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,module");
        await work.GitAsync("add", "-A", "skills", "huge");
        await work.GitAsync("commit", "-q", "-m", "second");
        return work;
    }
}
