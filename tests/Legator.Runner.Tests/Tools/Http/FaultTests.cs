using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools.Azure;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>Tools that speak HTTP against servers that go wrong: each call ends in an answer, in its time and without much memory.</summary>
public sealed class FaultTests(Cluster cluster) : IClassFixture<Cluster>
{
    private const long Most = 64L * 1024 * 1024;

    [Theory]
    [InlineData("silent", "No answer within 10 s.")]
    [InlineData("drip", "No answer within 10 s.")]
    [InlineData("flood", "[cut after 8192 bytes]")]
    [InlineData("bomb", "[cut after 8192 bytes]")]
    [InlineData("invalid", "bad")]
    [InlineData("reset", "")]
    [InlineData("headers", "")]
    [InlineData("loop", "Gave up after 5 redirects.")]
    public async Task HttpGet_ServerThatGoesWrong_IsAnAnswer(string fault, string expected)
    {
        var faults = new Faults();
        await using var server = await TlsSite.StartAsync(faults.AnswerAsync);
        var scope = Gates.Scope() with
        {
            Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = server.Address } },
            Credentials = new Dictionary<string, ICredentialHandle> { ["site"] = new Credential("site", CredentialType.Tls, ("ca.crt", server.Authority)) },
        };
        var result = await RunAsync("http.get", new { url = new Uri(server.Address, $"/{fault}").AbsoluteUri }, scope);
        result.Text.ShouldContain(expected);
        result.Text.Length.ShouldBeLessThan(20_000);
        faults.Sent.ShouldBeLessThan(Most);
    }

    [Theory]
    [InlineData("silent", "No answer within 30 s.")]
    [InlineData("drip", "No answer within 30 s.")]
    [InlineData("flood", "The answer is longer than 2 MiB.")]
    [InlineData("bomb", "The answer is longer than 2 MiB.")]
    [InlineData("invalid", "bad")]
    [InlineData("reset", "")]
    [InlineData("headers", "")]
    [InlineData("loop", "AWS answered 302")]
    public async Task AwsCli_ServerThatGoesWrong_IsAnAnswer(string fault, string expected)
    {
        var faults = new Faults { Mode = fault };
        await using var server = await PlainSite.StartAsync(faults.AnswerAsync);
        var credential = new Credential("aws", CredentialType.Aws, ("aws-access-key-id", "AKIDEXAMPLE"), ("aws-secret-access-key", "canary-secret"), ("region", "eu-central-1"), ("endpoint", server.Address.AbsoluteUri));
        var scope = Gates.Scope() with { Credentials = new Dictionary<string, ICredentialHandle> { ["aws"] = credential } };
        var result = await RunAsync("aws.cli", new { service = "ec2", command = "describe-instances" }, scope);
        result.Text.ShouldContain(expected);
        faults.Sent.ShouldBeLessThan(Most);
    }

    [Theory]
    [InlineData("silent", true, "No answer within 30 s.")]
    [InlineData("drip", false, "No answer within 30 s.")]
    [InlineData("flood", true, "refused the credential 'azure'")]
    [InlineData("flood", false, "The answer is longer than 2 MiB.")]
    [InlineData("invalid", true, "refused the credential 'azure'")]
    [InlineData("invalid", false, "bad")]
    [InlineData("reset", true, "refused the credential 'azure'")]
    [InlineData("reset", false, "")]
    [InlineData("loop", false, "Azure answered 302")]
    public async Task AzCli_ServerThatGoesWrong_IsAnAnswer(string fault, bool atLogin, string expected)
    {
        var faults = new Faults { Mode = fault };
        await using var azure = await AzureSite.StartAsync();
        azure.Broken = (context, login) => login == atLogin ? faults.AnswerAsync(context) : null;
        var result = await RunAsync("az.cli", new { group = "vm", command = "list" }, azure.Scope());
        result.Text.ShouldContain(expected);
        result.Text.ShouldNotContain("canary-secret");
        faults.Sent.ShouldBeLessThan(Most);
    }

    private async Task<ToolResult> RunAsync(string tool, object arguments, RunScope scope)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var running = Gates.Create(cluster, time: time).RunAsync(tool, arguments, scope);
        var real = TimeProvider.System.GetTimestamp();
        while (!running.IsCompleted)
        {
            // The clock of the tool stands still until the server had time to go wrong.
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            time.Advance(TimeProvider.System.GetElapsedTime(real) > TimeSpan.FromSeconds(1.5) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
        }

        var result = await running;
        await IsGivenBackAsync(before);
        return result;
    }

    // Other classes use memory meanwhile, and give it back.
    private static Task IsGivenBackAsync(long before) =>
        Eventually.IsTrueAsync("the memory of the call is given back", () => GC.GetTotalMemory(forceFullCollection: true) - before < Most, TimeSpan.FromSeconds(60));
}
