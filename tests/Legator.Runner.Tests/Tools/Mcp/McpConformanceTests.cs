namespace Legator.Runner.Tests.Tools.Mcp;

public sealed class McpConformanceTests
{
    [Theory]
    [InlineData("initialize")]
    [InlineData("tools_call")]
    [InlineData("sse-retry")]
    [InlineData("elicitation-sep1034-client-defaults")]
    public Task Scenario_OfTheSuite_Passes(string scenario) => ConformanceSuite.PlayAsync(scenario);
}
