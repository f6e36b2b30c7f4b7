using Legator.Core.Actions.Classification.Mcp;

namespace Legator.Core.Tests.Actions.Classification.Mcp;

public sealed class McpToolNameTests
{
    [Theory]
    [InlineData("k8sgpt", "analyze", "mcp.k8sgpt.analyze")]
    [InlineData("git.hub", "repos.list", "mcp.git%2Ehub.repos.list")]
    [InlineData("s", "get x*%/ü", "mcp.s.get%20x%2A%25/%C3%BC")]
    [InlineData("s", "a\u202eb", "mcp.s.a%E2%80%AEb")]
    public void Of_AnyName_CanBeReadBack(string server, string tool, string expected)
    {
        McpToolName.Of(server, tool).ShouldBe(expected);
        McpToolName.Read(expected).ShouldBe((server, tool));
    }

    [Theory]
    [InlineData("kubectl.get")]
    [InlineData("mcp.")]
    [InlineData("mcp.s")]
    [InlineData("mcp.s.")]
    [InlineData("mcp..t")]
    public void Read_NoNameOfATool_IsNull(string name) => McpToolName.Read(name).ShouldBeNull();
}
