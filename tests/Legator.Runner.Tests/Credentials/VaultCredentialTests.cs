using System.Text.Json.Nodes;
using Legator.Backends.Tests.Servers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Tools.Ssh;

namespace Legator.Runner.Tests.Credentials;

/// <summary>Credentials from Vault, used by the tools on a real database and a real SSH server.</summary>
public sealed class VaultCredentialTests(EmbeddedCluster cluster, PostgresServer postgres, SshServer sshd) : IClassFixture<EmbeddedCluster>, IClassFixture<SshServer>
{
    [Theory]
    [InlineData(VaultAuthMethod.Kubernetes)]
    [InlineData(VaultAuthMethod.AppRole)]
    [InlineData(VaultAuthMethod.Token)]
    public async Task DatabaseUser_IsMadeForTheRun_AndGoneWithIt(VaultAuthMethod method)
    {
        await using var site = await VaultSite.StartAsync(cluster);
        var connection = await site.AddDatabaseAsync(cluster, postgres);
        site.Config = site.Config with { AuthMethod = method };
        var scope = await site.ScopeAsync();
        (await site.Gate.RunAsync("sql.query", new { database = "db", query = "select count(*) from items" }, scope)).Text.ShouldBe("count\n2\n[1 row]");
        (await site.Gate.RunAsync("sql.query", new { database = "db", query = "select current_user like 'v-reader-%' as made" }, scope)).Text.ShouldStartWith("made\nt");
        (await VaultSite.RolesAsync(connection)).ShouldBe(1);
        await scope.Resources.DisposeAsync();
        (await VaultSite.RolesAsync(connection)).ShouldBe(0);
        (site.Vault.Tokens.Leases, site.Vault.RunTokens).ShouldSatisfyAllConditions(x => x.Leases.ShouldBeEmpty(), x => x.RunTokens.ShouldBeEmpty());
        site.Record.Events.Select(e => e.GetType()).ShouldBe([typeof(VaultSessionOpened), typeof(CredentialIssued), typeof(VaultSessionClosed)]);
    }

    [Fact]
    public async Task Certificate_OfAnEphemeralKey_OpensTheHost()
    {
        await using var site = await SshSiteAsync("web-ok", ("known-hosts", $"[127.0.0.1]:{sshd.Port} {sshd.HostKey}"));
        await sshd.TrustAsync(site.Vault.Ssh.PublicKey);
        var scope = await site.ScopeAsync();
        (await site.Gate.RunAsync("ssh.exec", new { host = "web", command = "echo in" }, scope)).Text.ShouldBe("in");
        (await site.Gate.RunAsync("ssh.exec", new { host = "web", command = "echo again" }, scope)).Text.ShouldBe("again");
        site.Vault.Ssh.Signed.ShouldBe(1);
        await scope.Resources.DisposeAsync();
        site.Vault.RunTokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Certificate_OfAnAuthorityThatTheHostDoesNotTrust_OpensNothing()
    {
        await using var site = await SshSiteAsync("web-untrusted", ("private-key", sshd.Key), ("password", "canary-meant-for-another-type"));
        var result = await site.Gate.RunAsync("ssh.exec", new { host = "web", command = "echo in" }, await site.ScopeAsync());
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("credential 'web'");
    }

    [Fact]
    public async Task Call_ThatIsDenied_HasVaultMakeNothing()
    {
        await using var site = await VaultSite.StartAsync(cluster);
        await site.AddDatabaseAsync(cluster, postgres);
        (await site.Gate.JudgeAsync("sql.query", new { database = "db", query = "delete from items" }, await site.ScopeAsync())).Permit.ShouldBeNull();
        site.Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Password_IsKeptOutOfTexts_FromTheMomentItExists()
    {
        await using var site = await VaultSite.StartAsync(cluster);
        await site.AddDatabaseAsync(cluster, postgres);
        var scope = await site.ScopeAsync();
        var fields = await scope.Credentials["db"].OpenAsync(default);
        scope.Redactor.Redact($"it is {fields["password"]}").ShouldBe("it is [REDACTED]");
        scope.Redactor.Redact(fields["username"]).ShouldBe(fields["username"]);
        scope.Redactor.Redact(site.Vault.RunTokens.Single().Id).ShouldBe("[REDACTED]");
        await scope.Resources.DisposeAsync();
    }

    [Fact]
    public async Task Kv_GivesWhatIsStored_AsWhatItIsSaidToBe()
    {
        await using var site = await VaultSite.StartAsync(cluster);
        site.Vault.Store["apps/shop"] = new JsonObject { ["api-key"] = "canary-kv", ["count"] = 3 };
        site.Config = site.Config with { Namespace = "team-a" };
        site.Credentials = new Dictionary<string, CredentialRef> { ["shop"] = new() { Type = CredentialType.VaultKv, Vault = new() { Mount = "secret", Path = "/apps/shop/", As = CredentialType.ApiKey } } };
        var scope = await site.ScopeAsync();
        scope.Credentials["shop"].Type.ShouldBe(CredentialType.ApiKey);
        (await scope.Credentials["shop"].OpenAsync(default)).ShouldBe(new Dictionary<string, string> { ["api-key"] = "canary-kv", ["count"] = "3" });
        scope.Redactor.Redact("canary-kv").ShouldBe("[REDACTED]");
        site.Vault.Namespaces.ShouldAllBe(n => n == "team-a");
        await scope.Resources.DisposeAsync();
        site.Vault.RunTokens.ShouldBeEmpty();
    }

    private async Task<VaultSite> SshSiteAsync(string secret, params (string Field, string Value)[] more)
    {
        var site = await VaultSite.StartAsync(cluster);
        site.Vault.Ssh.Add("web", sshd.User);
        await cluster.ApplyAllAsync([ScenarioCluster.Secret(secret, [("host", "127.0.0.1"), ("port", $"{sshd.Port}"), ("user", sshd.User), ("allow-root", "true"), .. more])]);
        site.Credentials = new Dictionary<string, CredentialRef> { ["web"] = new() { Type = CredentialType.VaultSshCa, SecretRef = secret, Vault = new() { Mount = "ssh", Role = "web" } } };
        return site;
    }
}
