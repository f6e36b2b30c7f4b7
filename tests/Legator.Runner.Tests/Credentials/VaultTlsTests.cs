using System.Text.Json.Nodes;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.VaultStandIn;

namespace Legator.Runner.Tests.Credentials;

/// <summary>A Vault over TLS is trusted only by the certificates that its environment names, and hears no proof before.</summary>
public sealed class VaultTlsTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    [Theory]
    [InlineData(VaultAuthMethod.Kubernetes)]
    [InlineData(VaultAuthMethod.AppRole)]
    [InlineData(VaultAuthMethod.Token)]
    public async Task AuthorityOfTheEnvironment_IsTrusted_AndEveryRequestNamesTheNamespace(VaultAuthMethod method)
    {
        await using var site = await SiteAsync();
        site.Config = site.Config with { AuthMethod = method, Namespace = "teams/shop" };
        var scope = await site.ScopeAsync();
        (await scope.Credentials["shop"].OpenAsync(default))["api-key"].ShouldBe("canary-kv");
        await scope.Resources.DisposeAsync();
        site.Vault.Requests.Count.ShouldBeGreaterThan(2);
        site.Vault.Namespaces.ShouldAllBe(name => name == "teams/shop");
        site.Vault.RunTokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task AuthorityAmongOthers_IsFoundInTheBundle()
    {
        await using var site = await SiteAsync();
        using var other = StandInCertificate.Create();
        site.Config = site.Config with { CaBundle = $"# ours\n{other.Authority}\n# theirs\n{site.Vault.Authority}\n" };
        var scope = await site.ScopeAsync();
        (await scope.Credentials["shop"].OpenAsync(default))["api-key"].ShouldBe("canary-kv");
        await scope.Resources.DisposeAsync();
    }

    [Fact]
    public async Task AnotherAuthority_AndNone_HearNothing()
    {
        await using var site = await SiteAsync();
        using var other = StandInCertificate.Create();
        foreach (var bundle in new[] { other.Authority, null, " " })
        {
            site.Config = site.Config with { AuthMethod = VaultAuthMethod.Token, CaBundle = bundle };
            var scope = await site.ScopeAsync();
            var refused = await Should.ThrowAsync<CredentialException>(async () => await scope.Credentials["shop"].OpenAsync(default));
            refused.Message.ShouldStartWith("The credential 'shop' cannot be had: Vault at https://127.0.0.1:");
            refused.Message.ShouldContain("cannot be reached");
            await scope.Resources.DisposeAsync();
        }

        site.Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bundle_ThatHoldsNoCertificate_IsNamed()
    {
        await using var site = await SiteAsync();
        site.Config = site.Config with { CaBundle = "canary, no certificate" };
        var scope = await site.ScopeAsync();
        var refused = await Should.ThrowAsync<Exception>(async () => await scope.Credentials["shop"].OpenAsync(default));
        refused.Message.ShouldContain("spec.vault.caBundle cannot be read as PEM certificates");
        refused.Message.ShouldNotContain("canary");
        refused.ShouldBeOfType<CredentialException>();
        await scope.Resources.DisposeAsync();
        site.Vault.Requests.ShouldBeEmpty();
    }

    private async Task<VaultSite> SiteAsync()
    {
        var site = await VaultSite.StartAsync(cluster, tls: true);
        site.Vault.Store["apps/shop"] = new JsonObject { ["api-key"] = "canary-kv" };
        site.Credentials = new Dictionary<string, CredentialRef> { ["shop"] = new() { Type = CredentialType.VaultKv, Vault = new() { Mount = "secret", Path = "apps/shop", As = CredentialType.ApiKey } } };
        return site;
    }
}
