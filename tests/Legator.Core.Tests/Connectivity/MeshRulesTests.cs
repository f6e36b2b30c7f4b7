using Legator.Core.Connectivity;
using Legator.Core.Resources.Environments;

namespace Legator.Core.Tests.Connectivity;

public sealed class MeshRulesTests
{
    private static readonly HeadscaleConnectivity Wanted = new() { ControlServer = "https://headscale.example.com", AuthKeySecretRef = "key", Tags = ["tag:agent-runtime"] };
    private static readonly MeshNode Node = new() { BackendState = "Running", Self = new MeshSelf { HostName = "legator", Online = true, Tags = ["tag:agent-runtime"] } };
    private static readonly MeshPreferences Preferences = new() { ControlURL = "https://headscale.example.com/", RouteAll = true };

    [Fact]
    public void NodeAsWanted_HasNoProblem() => MeshRules.Problems(Wanted, Node, Preferences).ShouldBeEmpty();

    [Fact]
    public void DaemonThatDoesNotTellItsSetUp_IsNoProblem() => MeshRules.Problems(Wanted, Node, null).ShouldBeEmpty();

    [Theory]
    [InlineData("NeedsLogin", "auth key")]
    [InlineData("Stopped", "switched off")]
    [InlineData("Starting", "starting")]
    [InlineData("SomethingNew", "not in the mesh")]
    [InlineData(null, "not in the mesh")]
    public void NodeThatIsNotRunning_SaysWhy(string? state, string words) =>
        MeshRules.Problems(Wanted, Node with { BackendState = state }, Preferences).ShouldContain(words);

    [Fact]
    public void OtherControlServer_IsAProblem() =>
        MeshRules.Problems(Wanted, Node, Preferences with { ControlURL = "https://other.example.com" }).ShouldContain("another control server");

    [Fact]
    public void EveryDifference_IsNamed()
    {
        var found = MeshRules.Problems(
            Wanted with { Tags = ["tag:agent-runtime", "tag:ops"], ExitNode = "gateway" },
            Node with { Self = Node.Self! with { Online = false } },
            Preferences with { RouteAll = false });
        new[] { "does not see the node", "lacks tag:ops of", "exit node gateway is not in use", "acceptRoutes" }.ShouldAllBe(part => found.Contains(part));
    }

    [Fact]
    public void TailscaleWithoutWishes_OnlyNeedsAMesh() => MeshRules.Problems(null, Node with { Self = null }, null).ShouldBeEmpty();
}
