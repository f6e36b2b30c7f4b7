using Legator.Backends.Tests.Servers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Scenarios;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Credentials;

/// <summary>Runs that last for hours: what Vault made lives as long as it is used, is made anew where it could not, and never outlives the run.</summary>
public sealed class VaultRenewalTests(EmbeddedCluster cluster, PostgresServer postgres) : IClassFixture<EmbeddedCluster>
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(VaultAuthMethod.Kubernetes)]
    [InlineData(VaultAuthMethod.AppRole)]
    [InlineData(VaultAuthMethod.Token)]
    public async Task RunOfThreeHours_ThatGoesOnAsking_HasOneTokenAndOneUser(VaultAuthMethod method)
    {
        await using var site = await VaultSite.StartAsync(cluster, _time, tls: true);
        site.Config = site.Config with { AuthMethod = method };
        var connection = await site.AddDatabaseAsync(cluster, postgres);
        var scope = await site.ScopeAsync();
        var users = new HashSet<string>();
        for (var minutes = 0; minutes < 180; minutes += 2)
        {
            users.Add((await scope.Credentials["db"].OpenAsync(default))["username"]);
            site.Vault.RunTokens.Single().Expires.ShouldBeLessThanOrEqualTo(_time.GetUtcNow().AddMinutes(10));
            site.Vault.Tokens.Leases.Single().Expires.ShouldBeLessThanOrEqualTo(_time.GetUtcNow().AddMinutes(5));
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        users.Count.ShouldBe(1);
        (await VaultSite.RolesAsync(connection)).ShouldBe(1);
        await EndsCleanAsync(site, scope, connection);
        site.Record.Events.Select(e => e.GetType()).ShouldBe([typeof(VaultSessionOpened), typeof(CredentialIssued), typeof(VaultSessionClosed)]);
    }

    [Fact]
    public async Task RunThatRestsLongerThanItsTokenLives_GetsANewTokenAndANewUser()
    {
        await using var site = await VaultSite.StartAsync(cluster, _time, tls: true);
        var connection = await site.AddDatabaseAsync(cluster, postgres);
        var scope = await site.ScopeAsync();
        var first = (await scope.Credentials["db"].OpenAsync(default))["username"];
        _time.Advance(TimeSpan.FromMinutes(45));
        var second = (await scope.Credentials["db"].OpenAsync(default))["username"];
        second.ShouldNotBe(first);
        (await VaultSite.RolesAsync(connection)).ShouldBe(1);
        await EndsCleanAsync(site, scope, connection);
        site.Record.Events.OfType<VaultSessionOpened>().Select(e => e.Accessor).ShouldBeUnique();
        site.Record.Events.OfType<CredentialIssued>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task TokenThatSomebodyRevoked_IsReplacedWhenVaultIsAskedNext()
    {
        await using var site = await VaultSite.StartAsync(cluster, _time, tls: true);
        var connection = await site.AddDatabaseAsync(cluster, postgres);
        var scope = await site.ScopeAsync();
        await scope.Credentials["db"].OpenAsync(default);
        await site.Vault.Tokens.RevokeAsync(site.Vault.RunTokens.Single());
        _time.Advance(TimeSpan.FromMinutes(3));
        (await site.Gate.RunAsync("sql.query", new { database = "db", query = "select count(*) from items" }, scope)).Text.ShouldBe("count\n2\n[1 row]");
        await EndsCleanAsync(site, scope, connection);
    }

    [Theory]
    [InlineData(VaultAuthMethod.Kubernetes)]
    [InlineData(VaultAuthMethod.AppRole)]
    public async Task BatchToken_IsRefused_BeforeAnythingIsMadeWithIt(VaultAuthMethod method)
    {
        await using var site = await VaultSite.StartAsync(cluster, _time, tls: true);
        var connection = await site.AddDatabaseAsync(cluster, postgres);
        site.Config = site.Config with { AuthMethod = method };
        site.Vault.LoginType = "batch";
        var scope = await site.ScopeAsync();
        var result = await site.Gate.RunAsync("sql.query", new { database = "db", query = "select 1" }, scope);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("token_type=service");
        (await VaultSite.RolesAsync(connection)).ShouldBe(0);
        site.Vault.Requests.ShouldNotContain(request => request.Contains("database/creds", StringComparison.Ordinal));
        site.Record.Events.ShouldBeEmpty();
        await scope.Resources.DisposeAsync();
    }

    private static async Task EndsCleanAsync(VaultSite site, RunScope scope, string connection)
    {
        await scope.Resources.DisposeAsync();
        (await VaultSite.RolesAsync(connection)).ShouldBe(0);
        site.Vault.Tokens.Leases.ShouldBeEmpty();
        site.Vault.RunTokens.ShouldBeEmpty();
    }
}
