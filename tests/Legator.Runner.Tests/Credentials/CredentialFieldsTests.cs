using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Credentials;

public sealed class CredentialFieldsTests
{
    [Theory]
    [InlineData(CredentialType.BearerToken, "token")]
    [InlineData(CredentialType.Token, "token")]
    [InlineData(CredentialType.ApiKey, "api-key")]
    [InlineData(CredentialType.BasicAuth, "username")]
    [InlineData(CredentialType.Tls, "tls.crt")]
    [InlineData(CredentialType.SshKey, "host")]
    [InlineData(CredentialType.VaultSshCa, "host")]
    [InlineData(CredentialType.VaultDatabase, "driver")]
    public void Field_ThatTheTypeNeeds_IsNamedWithTheCredentialAndWithoutAnyValue(CredentialType type, string field)
    {
        var fields = new Dictionary<string, string> { [field] = "  ", ["something"] = "canary-value" };
        var problem = Should.Throw<CredentialException>(() => CredentialFields.Of("mine", type, fields)).Message;
        problem.ShouldContain("'mine'");
        problem.ShouldContain($"'{field}'");
        problem.ShouldNotContain("canary-value");
    }

    [Fact]
    public void Fields_OfOtherTypes_AreNotShown()
    {
        var all = new Dictionary<string, string>
        {
            ["host"] = "h", ["user"] = "u", ["username"] = "u", ["driver"] = "postgres", ["database"] = "d",
            ["token"] = "t", ["api-key"] = "a", ["password"] = "p", ["private-key"] = "k", ["tls.key"] = "x", ["client-secret"] = "c", ["aws-secret-access-key"] = "s",
        };
        SecretsOf(CredentialType.BearerToken, all).ShouldBe(["token"]);
        SecretsOf(CredentialType.ApiKey, all).ShouldBe(["api-key"]);
        SecretsOf(CredentialType.SshKey, all).ShouldBe(["password", "private-key"]);
        SecretsOf(CredentialType.Aws, all).ShouldBe(["aws-secret-access-key"]);
        SecretsOf(CredentialType.Azure, all).ShouldBe(["client-secret"]);
        SecretsOf(CredentialType.VaultSshCa, all).ShouldBeEmpty();
        SecretsOf(CredentialType.VaultDatabase, all).ShouldBeEmpty();
    }

    [Fact]
    public void Secrets_AreNeitherAddressesNorNamesNorCertificates()
    {
        var fields = new Dictionary<string, string> { ["host"] = "web-1", ["region"] = "eu-west-1", ["tls.crt"] = "cert", ["known-hosts"] = "line", ["password"] = "p", ["anything"] = "x" };
        CredentialFields.Secrets(fields).ShouldBe(["p", "x"]);
    }

    private static IEnumerable<string> SecretsOf(CredentialType type, Dictionary<string, string> all) =>
        CredentialFields.Of("mine", type, all).Keys.Except(["host", "user", "username", "driver", "database"]).Order(StringComparer.Ordinal);
}
