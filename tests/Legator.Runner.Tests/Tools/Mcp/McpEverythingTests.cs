using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Against the protocol's own server with one tool of everything.</summary>
public sealed class McpEverythingTests(EverythingServer server) : IClassFixture<EverythingServer>
{
    private static readonly McpOptions Allowing = new() { AllowedCommands = ["node"], DiscoveryTimeout = TimeSpan.FromSeconds(20) };

    public static TheoryData<string> Transports => ["streamable", "sse", "stdio"];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Call_EachTransport_FindsTheToolsAndAnswers(string transport)
    {
        await using var run = await new McpRun(Server(transport), Allowing).DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        run.Found.Refused.ShouldBeEmpty();
        run.Found.Tools.Select(t => t.Name).ShouldContain("mcp.s.get-sum");
        (await run.CallAsync("echo", new { message = "hällo" })).ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeTrue(r.Text), r => r.Text.ShouldContain("hällo"));
        (await run.CallAsync("get-sum", new { a = 2, b = 40 })).Text.ShouldContain("42");
    }

    private McpServerSpec Server(string transport) => transport switch
    {
        "stdio" => new McpServerSpec { Command = "node", Args = [EverythingServer.Program, "stdio"] },
        "sse" => new McpServerSpec { Endpoint = server.Sse },
        _ => new McpServerSpec { Endpoint = server.Streamable },
    };
}
