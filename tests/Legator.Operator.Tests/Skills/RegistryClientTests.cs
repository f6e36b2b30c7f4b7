using Legator.Backends.SkillSources;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;
using Legator.Tests.SkillServers;

namespace Legator.Operator.Tests.Skills;

/// <summary>Skills in Debian's docker-registry, by every way in.</summary>
public sealed class RegistryClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Skill_PushedAndPulled_IsWhatItWas()
    {
        await using var registry = await DockerRegistry.StartAsync();
        var source = $"oci://{registry.Host}/skills/look:1.0";
        var digest = await RegistryWork.PushAsync(source, "pushed");
        (await RegistryWork.PushAsync(source, "pushed")).ShouldBe(digest);
        using var client = RegistryWork.Client(source);
        var pull = await client.ManifestAsync("1.0", Token);

        pull.Digest.ShouldBe(digest);
        pull.Manifest.ArtifactType.ShouldBe(SkillMediaTypes.Artifact);
        pull.Manifest.Config!.MediaType.ShouldBe(SkillMediaTypes.Config);
        (await client.ConfigAsync(pull.Manifest, Token))!.Name.ShouldBe("look");
        GitRepositoryTests.Text(await client.FilesAsync(pull.Manifest, Token), "SKILL.md").ShouldContain("pushed");
        (await client.ManifestAsync(digest, Token)).Digest.ShouldBe(digest);
    }

    [Fact]
    public async Task Registry_WithPasswordOverTls_LetsInWhoeverIsNamed()
    {
        using var certificate = new ServerCertificate();
        await using var registry = await DockerRegistry.StartAsync(withPassword: true, certificate);
        var source = $"oci://{registry.Host}/skills/look:1.0";
        var known = new SourceCredential(DockerRegistry.User, DockerRegistry.Password, certificate.Pem);

        (await RefusalAsync(source, null)).ShouldContain("cannot be reached");
        (await RefusalAsync(source, new SourceCredential(null, null, certificate.Pem))).ShouldContain("asks who is there");
        (await RefusalAsync(source, known with { Password = "wr0ng" })).ShouldContain("correct the credential");
        (await RefusalAsync(source, known with { Password = "wr0ng" })).ShouldNotContain("wr0ng");
        (await RefusalAsync(source, known)).ShouldContain("has no skills/look:1.0");
        var digest = await RegistryWork.PushAsync(source, "behind a door", known, plain: false);
        using var client = RegistryWork.Client(source, known, plain: false);
        (await client.ManifestAsync("1.0", Token)).Digest.ShouldBe(digest);
    }

    [Fact]
    public async Task Registry_ThatWantsTokens_IsGivenThemForEveryScope()
    {
        await using var tokens = await TokenService.StartAsync();
        await using var registry = await DockerRegistry.StartAsync(tokens: tokens);
        var source = $"oci://{registry.Host}/skills/look:1.0";
        var known = new SourceCredential(DockerRegistry.User, DockerRegistry.Password);
        var digest = await RegistryWork.PushAsync(source, "by token", known);
        using var client = RegistryWork.Client(source, known);

        var pull = await client.ManifestAsync("1.0", Token);
        pull.Digest.ShouldBe(digest);
        GitRepositoryTests.Text(await client.FilesAsync(pull.Manifest, Token), "SKILL.md").ShouldContain("by token");
        tokens.Scopes.ShouldContain("repository:skills/look:pull");
        tokens.Scopes.ShouldContain(scope => scope.Contains("push", StringComparison.Ordinal));
        (await RefusalAsync(source, null, plain: true)).ShouldContain("gives no token");
    }

    [Fact]
    public async Task Registry_WithoutTls_IsNotAskedUnlessTheSettingsSaySo()
    {
        await using var registry = await DockerRegistry.StartAsync();

        (await RefusalAsync($"oci://{registry.Host}/skills/look:1.0", null)).ShouldContain("cannot be reached");
    }

    private static async Task<string> RefusalAsync(string source, SourceCredential? credential, bool plain = false)
    {
        using var client = RegistryWork.Client(source, credential, plain);
        return (await Should.ThrowAsync<SkillSourceException>(() => client.ManifestAsync("1.0", Token))).Message;
    }
}
