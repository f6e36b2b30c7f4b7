using Legator.Backends.SkillSources;
using Legator.Core.Skills.Remote;
using Legator.Operator.Skills.Git;
using Legator.Tests.SkillServers;
using Microsoft.AspNetCore.Http;

namespace Legator.Operator.Tests.Skills;

/// <summary>Servers that are no git servers, or bad ones.</summary>
public sealed class LyingGitServerTests
{
    private const string Advertisement = "application/x-git-upload-pack-advertisement";

    [Theory]
    [InlineData("text/html", "<html>Sign in</html>", "does not speak as a git server does")]
    [InlineData(Advertisement, "", "does not speak as a git server does")]
    [InlineData(Advertisement, "garbage that is no packet line at all", "does not speak as a git server does")]
    [InlineData(Advertisement, "001e# service=git-upload-pack\n0000zzzz", "does not speak as a git server does")]
    [InlineData(Advertisement, "ffff", "does not speak as a git server does")]
    public async Task Answer_ThatIsNoGit_IsRefused(string type, string body, string words)
    {
        await using var server = await LyingServer.StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });

        Refusal(server, TestContext.Current.CancellationToken).ShouldContain(words);
    }

    [Theory]
    [InlineData("http://169.254.169.254/org/repo/info/refs", "is an address from which no skill may come")]
    [InlineData("https://10.1.2.3/org/repo/info/refs", "Skills:InternalHosts")]
    [InlineData("/org/repo/info/refs?service=git-upload-pack", "redirects more than 5 times")]
    public async Task Redirect_ToWhereNoSkillMayComeFrom_IsNotFollowed(string location, string words)
    {
        await using var server = await LyingServer.StartAsync(context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        });

        Refusal(server, TestContext.Current.CancellationToken, "*").ShouldContain(words);
    }

    [Fact]
    public async Task Answer_WithoutEnd_IsGivenUp()
    {
        var line = System.Text.Encoding.ASCII.GetBytes($"003d{new string('1', 40)} refs/heads/long-name-\n");
        await using var server = await LyingServer.StartAsync(async context =>
        {
            context.Response.ContentType = Advertisement;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(line, context.RequestAborted);
            }
        });

        Refusal(server, TestContext.Current.CancellationToken).ShouldMatch("sends more than 1 MiB|does not speak as a git server");
    }

    [Fact]
    public async Task Server_ThatDrips_IsGivenUpWhenItsTimeIsOver()
    {
        await using var server = await LyingServer.StartAsync(async context =>
        {
            context.Response.ContentType = Advertisement;
            await context.Response.Body.WriteAsync("00"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMilliseconds(500));

        Should.Throw<OperationCanceledException>(() => Open(server, deadline.Token).Resolve());
    }

    private static string Refusal(LyingServer server, CancellationToken cancellationToken, string plain = "127.0.0.1") =>
        Should.Throw<SkillSourceException>(() => Open(server, cancellationToken, plain).Resolve()).Message;

    private static GitRepository Open(LyingServer server, CancellationToken cancellationToken, string plain = "127.0.0.1") => new(
        new SourceConnections(new SkillSourceOptions { InternalHosts = ["127.0.0.1"], PlainHttpHosts = [plain] }),
        GitAddress.TryParse($"git://{server.Host}/org/repo#look@main", out _)!,
        null,
        1024 * 1024,
        cancellationToken);
}
