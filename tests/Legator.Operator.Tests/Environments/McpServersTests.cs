using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;
using Legator.Operator.Environments;

namespace Legator.Operator.Tests.Environments;

public sealed class McpServersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ObjectKey Lab = new("agents", "lab");

    [Fact]
    public void Of_ServersThatRunsMet_TellsTheNewestOfEach()
    {
        var health = new McpHealth();
        var told = new List<ObjectKey>();
        using var watch = health.Subscribe(told.Add);
        health.Report("agents", Found("k8sgpt", null), Noon);
        health.Report("agents", Found("k8sgpt", "It cannot be reached."), Noon.AddMinutes(1));
        health.Report("agents", Found("k8sgpt", null), Noon);
        var status = health.Of(Lab, ["k8sgpt", "new"], []).ShouldHaveSingleItem();
        status.Healthy.ShouldBeFalse();
        status.Message.ShouldBe("It cannot be reached.");
        told.ShouldAllBe(key => key == Lab);
    }

    [Fact]
    public void Of_StatusFromBeforeThisProcess_IsKeptUntilARunMeetsTheServerAgain()
    {
        var before = new McpServerStatus { Name = "k8sgpt", Healthy = true, Tools = 3, LastSeen = Noon };
        var health = new McpHealth();
        health.Of(Lab, ["k8sgpt"], [before, before with { Name = "removed" }]).ShouldBe([before]);
        health.Report("agents", Found("k8sgpt", null), Noon.AddMinutes(1));
        health.Of(Lab, ["k8sgpt"], [before]).Single().Tools.ShouldBe(5);
    }

    [Theory]
    [InlineData("http://host/mcp", null, "30s", null)]
    [InlineData(null, "npx", "5m", null)]
    [InlineData(null, null, "30s", "exactly one")]
    [InlineData("http://host/mcp", "npx", "30s", "exactly one")]
    [InlineData("ftp://host/mcp", null, "30s", "is not a URL")]
    [InlineData("http://host/mcp", null, "6m", "at most 5m")]
    [InlineData("http://host/mcp", null, "soon", "timeout")]
    public void Problems_OfAServer_NameTheField(string? endpoint, string? command, string timeout, string? expected)
    {
        var spec = new LegatorEnvironmentSpec { McpServers = new Dictionary<string, McpServerSpec> { ["s"] = new() { Endpoint = endpoint, Command = command, Timeout = timeout } } };
        var problems = McpServerFields.Problems(spec).ToList();
        (expected is null ? problems.Count == 0 : problems.ShouldHaveSingleItem().Contains(expected, StringComparison.Ordinal)).ShouldBeTrue(string.Join("; ", problems));
    }

    [Fact]
    public void Problems_CredentialThatIsNotThere_IsNamed() =>
        McpServerFields.Problems(new LegatorEnvironmentSpec { McpServers = new Dictionary<string, McpServerSpec> { ["s"] = new() { Endpoint = "https://host", Credential = "pat" } } })
            .ShouldHaveSingleItem().ShouldBe("spec.mcpServers.s: there is no credential 'pat': add it to spec.credentials");

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("https://login.example.com/tenant", "pat", McpOAuthGrant.ClientCredentials, null)]
    [InlineData("login.example.com", null, null, "servers are URLs")]
    [InlineData(null, null, McpOAuthGrant.ClientCredentials, "name its credential")]
    [InlineData(null, "other", null, "no credential 'other'")]
    public void Problems_OfASignIn_NameTheField(string? authority, string? credential, McpOAuthGrant? grant, string? expected)
    {
        var oauth = new McpOAuthSpec { Servers = authority is null ? [] : [authority], Credential = credential, Grant = grant };
        var spec = new LegatorEnvironmentSpec
        {
            Credentials = new Dictionary<string, CredentialRef> { ["pat"] = new() { Type = CredentialType.OAuthClient, SecretRef = "pat" } },
            McpServers = new Dictionary<string, McpServerSpec> { ["s"] = new() { Endpoint = "https://host/mcp", Oauth = oauth } },
        };
        var problems = McpServerFields.Problems(spec).ToList();
        (expected is null ? problems.Count == 0 : problems.ShouldHaveSingleItem().Contains(expected, StringComparison.Ordinal)).ShouldBeTrue(string.Join("; ", problems));
    }

    private static ToolsDiscovered Found(string server, string? problem) =>
        new("lab", [new DiscoveredServer(server, problem is null ? "x 1" : null, problem, problem is null ? 5 : 0, [], [])]);
}
