using Legator.Backends.Tests.Servers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.VaultStandIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Legator.Runner.Tests.Credentials;

/// <summary>A runner as the product makes it, a Vault, and an environment whose credentials come from it.</summary>
internal sealed class VaultSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-vault-").FullName;
    private readonly IHost _host;

    private VaultSite(ScenarioCluster cluster, VaultServer vault, TimeProvider? time)
    {
        Vault = vault;
        Config = new VaultConfig { Address = vault.Address, AuthMethod = VaultAuthMethod.Kubernetes, K8sAuthRole = "legator", CaBundle = vault.Authority, AppRoleSecretRef = "vault-approle", TokenSecretRef = "vault-token" };
        File.WriteAllText(Path.Combine(_folder, "jwt"), VaultServer.Jwt + "\n");
        _host = RunnerHost.Build(
            cluster, _folder, "r1",
            builder => builder.Services.AddSingleton(time ?? TimeProvider.System),
            ("Runner:Vault:ServiceAccountTokenFile", Path.Combine(_folder, "jwt")), ("Runner:Vault:Timeout", "00:00:02"));
    }

    public VaultServer Vault { get; }

    public VaultConfig Config { get; set; }

    public ListRecord Record { get; } = new();

    public IReadOnlyDictionary<string, CredentialRef> Credentials { get; set; } = new Dictionary<string, CredentialRef>();

    public ToolGate Gate => _host.Services.GetRequiredService<ToolGate>();

    public static async Task<VaultSite> StartAsync(ScenarioCluster cluster, TimeProvider? time = null, bool tls = false)
    {
        var vault = await VaultServer.StartAsync(time, tls);
        await cluster.ApplyAllAsync([
            ScenarioCluster.Secret("vault-token", ("token", vault.Agent.Id)),
            ScenarioCluster.Secret("vault-approle", ("role-id", VaultServer.RoleId), ("secret-id", VaultServer.SecretId))]);
        return new VaultSite(cluster, vault, time);
    }

    /// <summary>What a run of the environment works with.</summary>
    public async Task<RunScope> ScopeAsync()
    {
        var snapshot = Models.Snapshot("scripted", new Uri("http://127.0.0.1:9"));
        snapshot = snapshot with { Environment = snapshot.Environment with { Spec = new LegatorEnvironmentSpec { Vault = Config, Credentials = Credentials } } };
        var scope = await _host.Services.GetRequiredService<RunScopes>().CreateAsync(new RunKey("agents", "r"), snapshot, Record, default);
        return scope with { Sheet = Tests.Gate.Gates.Scope().Sheet, Policy = Tests.Gate.Gates.Scope().Policy };
    }

    /// <summary>A database with a role of Vault's that may read it, and the credential <c>db</c> for it.</summary>
    public async Task<string> AddDatabaseAsync(ScenarioCluster cluster, PostgresServer postgres, TimeSpan? ttl = null)
    {
        var connection = await postgres.NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(connection, "create table items (id int); insert into items values (1), (2)");
        Vault.Databases.Add("reader", connection, "grant select on items to {{name}}", ttl ?? TimeSpan.FromHours(1));
        var parts = new NpgsqlConnectionStringBuilder(connection);
        await cluster.ApplyAllAsync([ScenarioCluster.Secret($"db-{parts.Database}", ("driver", "postgres"), ("host", parts.Host!), ("port", $"{parts.Port}"), ("database", parts.Database!), ("username", "wrong"), ("password", "canary-meant-for-another-type"))]);
        Credentials = new Dictionary<string, CredentialRef>(Credentials) { ["db"] = new() { Type = CredentialType.VaultDatabase, SecretRef = $"db-{parts.Database}", Vault = new() { Mount = "database", Role = "reader" } } };
        return connection;
    }

    /// <summary>Roles that Vault made and that are still there.</summary>
    public static async Task<long> RolesAsync(string connection)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_roles where rolname like 'v-reader-%' and has_database_privilege(rolname, current_database(), 'CONNECT') and has_table_privilege(rolname, 'items', 'SELECT')", open);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await Vault.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
