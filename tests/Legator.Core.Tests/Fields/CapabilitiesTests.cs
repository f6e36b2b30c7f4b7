using Legator.Core.Resources.Environments;

namespace Legator.Core.Tests.Fields;

public sealed class CapabilitiesTests
{
    private static readonly LegatorEnvironmentSpec Site = new()
    {
        Credentials = new Dictionary<string, CredentialRef> { ["fleet"] = new() { Type = CredentialType.SshKey, SecretRef = "fleet" } },
        McpServers = new Dictionary<string, McpServerSpec> { ["search"] = new() { Endpoint = "http://search", Capabilities = ["web.search"] } },
    };

    [Theory]
    [InlineData("kubectl")]
    [InlineData("kubectl.read")]
    [InlineData("http.get")]
    [InlineData("ssh.exec")]
    [InlineData("web")]
    [InlineData("web.search")]
    public void Missing_Offered_IsEmpty(string requirement) => Capabilities.Missing(Site, [requirement]).ShouldBeEmpty();

    [Theory]
    [InlineData("sql")]
    [InlineData("kube")]
    [InlineData("web.searching")]
    [InlineData("aws")]
    public void Missing_NotOffered_IsNamed(string requirement) => Capabilities.Missing(Site, ["http", requirement]).ShouldBe([requirement]);
}
