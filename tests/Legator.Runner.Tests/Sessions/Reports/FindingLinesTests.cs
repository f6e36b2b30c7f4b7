using Legator.Core.Runs;
using Legator.Runner.Sessions.Reports;

namespace Legator.Runner.Tests.Sessions.Reports;

public sealed class FindingLinesTests
{
    [Theory]
    [InlineData("CRITICAL: disk is full", "critical", "disk is full", null)]
    [InlineData("- **WARNING:** old image", "warning", "old image", null)]
    [InlineData("  ⚠️ slow", "warning", "slow", null)]
    [InlineData("🔵 two pods", "info", "two pods", null)]
    [InlineData("WARNING: deployment/web -n demo: runs 1 of 3", "warning", "runs 1 of 3", "deployment/web -n demo")]
    [InlineData("INFO: [pod/web-1] ready: yes", "info", "ready: yes", "pod/web-1")]
    [InlineData("INFO: endpoints: 3 answer", "info", "endpoints: 3 answer", null)]
    [InlineData("CRITICAL: https://x.example/health answers 500", "critical", "https://x.example/health answers 500", null)]
    public void Line_WithASeverity_IsAFinding(string line, string severity, string message, string? resource) =>
        FindingLines.Read($"Report\n{line}\nend").ShouldHaveSingleItem().ShouldBe(new Finding(severity, message, resource));

    [Theory]
    [InlineData("Nothing is CRITICAL: all well")]
    [InlineData("critical: in lower case")]
    [InlineData("WARNING:")]
    public void Line_OfProse_IsNone(string line) => FindingLines.Read(line).ShouldBeEmpty();
}
