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

    [Fact]
    public async Task Call_WhatIsNoText_IsNamedWithTypeAndSize()
    {
        await using var run = await new McpRun(Server("streamable")).DiscoverAsync();
        (await run.CallAsync("get-tiny-image", new { })).Text.ShouldMatch(@"\[image, image/png, \d+ bytes: not shown\]");
        (await run.CallAsync("get-resource-links", new { count = 2 })).Text.ShouldContain("[resource demo://");
    }

    [Fact]
    public async Task Call_StructuredAnswer_IsGivenAsText()
    {
        await using var run = await new McpRun(Server("streamable")).DiscoverAsync();
        (await run.CallAsync("get-structured-content", new { location = "New York" })).Text.ShouldContain("temperature");
    }

    [Fact]
    public async Task Discover_ServerThatCouldAskBack_IsToldThatNobodyAnswers()
    {
        await using var run = await new McpRun(Server("streamable")).DiscoverAsync();
        run.Found.Tools.ShouldNotContain(t => t.Name.Contains("sampling", StringComparison.Ordinal) || t.Name.Contains("elicitation", StringComparison.Ordinal) || t.Name.Contains("roots", StringComparison.Ordinal));
    }

    private McpServerSpec Server(string transport) => transport switch
    {
        "stdio" => new McpServerSpec { Command = "node", Args = [EverythingServer.Program, "stdio"] },
        "sse" => new McpServerSpec { Endpoint = server.Sse },
        _ => new McpServerSpec { Endpoint = server.Streamable },
    };
}
