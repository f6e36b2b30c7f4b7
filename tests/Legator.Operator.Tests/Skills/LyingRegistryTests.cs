using System.Text;
using System.Text.Json;
using Legator.Backends.SkillSources;
using Legator.Core;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;
using Legator.Tests.SkillServers;
using Microsoft.AspNetCore.Http;

namespace Legator.Operator.Tests.Skills;

/// <summary>Registries that lie, exaggerate, hang and lead elsewhere.</summary>
public sealed class LyingRegistryTests
{
    private static readonly SkillPackage Honest = RegistryWork.Package("honest");
    private static readonly SkillPackage Other = RegistryWork.Package("other");
    private static readonly SourceCredential Known = new("robot", "canary-password");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digest_OfAnotherManifest_IsNoticed() =>
        (await RefusalAsync(context => context.Response.Body.WriteAsync(Other.Manifest).AsTask(), Honest.Digest)).ShouldContain("with a manifest whose digest is");

    [Fact]
    public async Task Digest_InAHeaderThatIsNotThatOfTheBody_IsNoticed() =>
        (await RefusalAsync(context =>
        {
            context.Response.Headers["Docker-Content-Digest"] = Honest.Digest;
            return context.Response.Body.WriteAsync(Other.Manifest).AsTask();
        })).ShouldContain("with a manifest whose digest is");

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\":2,\"layers\":null}")]
    [InlineData("{\"schemaVersion\":2,\"layers\":[null]}")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}")]
    [InlineData("{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"application/vnd.docker.image.rootfs.diff.tar.gzip\",\"digest\":\"sha256:00\",\"size\":1}]}")]
    public async Task Manifest_ThatIsNone_IsRefused(string body) =>
        (await RefusalAsync(context => context.Response.WriteAsync(body))).ShouldMatch("is no skill|no manifest");

    [Fact]
    public async Task Manifest_WithoutEnd_IsGivenUp() =>
        (await RefusalAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        })).ShouldContain("the manifest is larger than 1 MiB");

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(5L)]
    public async Task Layer_OfAnotherSizeThanNamed_IsRefused(long size)
    {
        var message = await RefusalOfLayerAsync(new RegistryDescriptor(SkillMediaTypes.Content, RegistryDescriptor.DigestOf(Honest.Content), size), Honest.Content);
        message.ShouldMatch("larger|other content");
    }

    [Fact]
    public async Task Layer_OfOtherContent_IsRefused()
    {
        var swapped = Honest.Content.ToArray();
        swapped[^1] ^= 1;
        (await RefusalOfLayerAsync(RegistryDescriptor.Of(SkillMediaTypes.Content, Honest.Content), swapped)).ShouldContain("with other content");
    }

    [Fact]
    public async Task Registry_ThatDrips_IsGivenUpWhenItsTimeIsOver()
    {
        await using var server = await LyingServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        using var client = RegistryWork.Client($"oci://{server.Host}/skills/look:1");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromMilliseconds(500));

        await Should.ThrowAsync<OperationCanceledException>(() => client.ManifestAsync("1", deadline.Token));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "is an address from which no skill may come")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/", "without TLS")]
    [InlineData("https://10.0.0.7/manifest", "Skills:InternalHosts")]
    [InlineData("https://[::1]/manifest", "Skills:InternalHosts")]
    [InlineData("https://user:pass@example.com/", "together with a user")]
    [InlineData("file:///etc/passwd", "without TLS")]
    public async Task Redirect_ToWhereNoSkillMayComeFrom_IsNotFollowed(string location, string words) =>
        (await RefusalAsync(context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        }, plain: location.Contains("169", StringComparison.Ordinal) ? "*" : "127.0.0.1")).ShouldContain(words);

    [Fact]
    public async Task Redirect_ForEver_IsGivenUp() =>
        (await RefusalAsync(context =>
        {
            context.Response.Redirect(context.Request.Path);
            return Task.CompletedTask;
        })).ShouldContain("redirects more than 5 times");

    [Fact]
    public async Task Redirect_ToAnotherServer_TellsThatOneNobodysName()
    {
        await using var elsewhere = await LyingServer.StartAsync(context => context.Response.Body.WriteAsync(Honest.Manifest).AsTask());
        await using var server = await LyingServer.StartAsync(context =>
        {
            if (context.Request.Headers.Authorization.Count == 0)
            {
                context.Response.StatusCode = 401;
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"x\"";
            }
            else
            {
                context.Response.Redirect($"http://{elsewhere.Host}/manifest");
            }

            return Task.CompletedTask;
        });
        using var client = RegistryWork.Client($"oci://{server.Host}/skills/look:1", Known);

        (await client.ManifestAsync("1", Token)).Digest.ShouldBe(Honest.Digest);
        server.Requests.Last().Authorization.ShouldStartWith("Basic ");
        elsewhere.Requests.ShouldHaveSingleItem().Authorization.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Bearer realm=\"http://169.254.169.254/token\"", "is an address from which no skill may come")]
    [InlineData("Bearer realm=\"https://192.168.0.1/token\"", "Skills:InternalHosts")]
    [InlineData("Bearer realm=\"nowhere\"", "names no place")]
    [InlineData("Bearer", "names no place")]
    [InlineData("Negotiate", "of an unknown kind")]
    public async Task Challenge_ThatLeadsAstray_IsNotAnswered(string challenge, string words) =>
        (await RefusalAsync(context =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = challenge;
            return Task.CompletedTask;
        }, plain: challenge.Contains("169", StringComparison.Ordinal) ? "*" : "127.0.0.1")).ShouldContain(words);

    [Fact]
    public async Task Name_ThatStandsForAnotherAddressByThen_IsNotConnectedTo()
    {
        var connections = new SourceConnections(new SkillSourceOptions(), (_, _) => Task.FromResult(new[] { System.Net.IPAddress.Loopback }));
        using var client = new Backends.SkillSources.Registry.RegistryClient(connections, RegistryReference.TryParse("oci://registry.example.com/skills/look:1", out _)!, null);

        (await Should.ThrowAsync<SkillSourceException>(() => client.ManifestAsync("1", Token))).Message.ShouldContain("is inside of the network");
    }

    [Fact]
    public void Host_ThatTheSettingsDoNotName_IsNotAsked()
    {
        var connections = new SourceConnections(new SkillSourceOptions { AllowedHosts = ["*.example.com"] });
        connections.BaseOf(SourceHost.TryParse("git.example.com")!).ShouldBe(new Uri("https://git.example.com/"));

        Should.Throw<SkillSourceException>(() => connections.BaseOf(SourceHost.TryParse("example.net")!)).Message.ShouldContain("Skills:AllowedHosts");
    }

    private static async Task<string> RefusalAsync(RequestDelegate answer, string reference = "1", string plain = "127.0.0.1")
    {
        await using var server = await LyingServer.StartAsync(answer);
        var connections = new SourceConnections(new SkillSourceOptions { InternalHosts = ["127.0.0.1"], PlainHttpHosts = [plain] });
        using var client = new Backends.SkillSources.Registry.RegistryClient(connections, RegistryReference.TryParse($"oci://{server.Host}/skills/look:1", out _)!, Known);
        var message = (await Should.ThrowAsync<SkillSourceException>(() => client.ManifestAsync(reference, Token))).Message;
        message.ShouldNotContain("canary");
        return message;
    }

    private static async Task<string> RefusalOfLayerAsync(RegistryDescriptor named, byte[] given)
    {
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new RegistryManifest { Layers = [named] }, LegatorJson.Options);
        await using var server = await LyingServer.StartAsync(context => context.Response.Body.WriteAsync(context.Request.Path.Value!.Contains("/blobs/", StringComparison.Ordinal) ? given : manifest).AsTask());
        using var client = RegistryWork.Client($"oci://{server.Host}/skills/look:1");
        var pull = await client.ManifestAsync("1", Token);
        return (await Should.ThrowAsync<SkillSourceException>(() => client.FilesAsync(pull.Manifest, Token))).Message;
    }
}
