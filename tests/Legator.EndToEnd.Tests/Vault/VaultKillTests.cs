using Legator.Backends.Tests.Servers;
using Legator.Core.Api;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.VaultStandIn;
using Npgsql;

namespace Legator.EndToEnd.Tests.Vault;

/// <summary>The product is killed again and again while Vault makes database users for its runs, also between Vault's deed and its answer. Nothing that Vault made is left in the end.</summary>
public sealed class VaultKillTests(PostgresServer postgres)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEGATOR_CHAOS_VAULT_KILLS"), out var asked) ? asked : 3;
    private const int Concurrency = 4;
    private static readonly TimeSpan TokenTtl = TimeSpan.FromMinutes(10);
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("LEGATOR_CHAOS_VAULT_RUNS"), out var asked) ? asked : 12;

    [Fact]
    public async Task Product_KilledWhileVaultMakesUsers_LeavesNoneOfThem()
    {
        var connection = await postgres.NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(connection, "create table items (id int); insert into items values (1), (2)");
        await using var vault = await VaultServer.StartAsync();
        vault.LoginTtl = TokenTtl;
        vault.Databases.Add("reader", connection, "grant select on items to {{name}}", TimeSpan.FromHours(1));
        await using var product = new EmbeddedProduct("--no-quickstart");
        await product.StartAsync();
        var manifests = VaultFleet.Manifests(8, new VaultStandInAddress(vault.Address, vault.Agent.Id, VaultServer.RoleId, VaultServer.SecretId), new NpgsqlConnectionStringBuilder(connection));
        await Kubectl.ApplyAsync(product.Kubeconfig, manifests);
        var random = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(product, vault, random, kill);
            await product.StartAsync();
        }

        await Eventually.BecomesAsync($"{Runs} runs were made", () => product.RunsAsync(), runs => runs.Count >= Runs, TimeSpan.FromSeconds(60));
        await Kubectl.RunAsync(product.Kubeconfig, "delete", "legatoragents", "--all", "-n", VaultFleet.Namespace);
        await Eventually.BecomesAsync("every run has ended", async () => (await product.RunsAsync()).Count(r => r.CompletedAt is null), left => left == 0, TimeSpan.FromSeconds(90));
        await VerifyAsync(product, vault, connection);
    }

    /// <summary>Every other kill strikes when Vault has done something and not yet said so.</summary>
    private static async Task KillAsync(EmbeddedProduct product, VaultServer vault, Random random, int kill)
    {
        string[] places = ["database/creds/reader", "auth/token/create", "auth/approle/login", "auth/token/revoke-self"];
        var (place, reached) = (places[kill / 2 % places.Length], new TaskCompletionSource());
        if (kill % 2 == 0)
        {
            vault.BeforeAnswer = async path =>
            {
                if (path == place && reached.TrySetResult())
                {
                    await product.KillAsync();
                    return true;
                }

                return false;
            };
            await Task.WhenAny(reached.Task, Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System));
        }
        else
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(500, 3000)), TimeProvider.System);
        }

        await product.KillAsync();
        vault.BeforeAnswer = null;
    }

    private static async Task VerifyAsync(EmbeddedProduct product, VaultServer vault, string connection)
    {
        vault.Tokens.Leases.ShouldBeEmpty();
        (await RolesAsync(connection)).ShouldBeEmpty();

        // Where the kill struck between a login and its record, a token holds nothing, is known to nobody, and ends by itself.
        vault.RunTokens.Count.ShouldBeLessThanOrEqualTo(Kills * Concurrency);
        vault.RunTokens.ShouldAllBe(t => t.Expires < TimeProvider.System.GetUtcNow() + TokenTtl);
        var runs = await product.RunsAsync();
        runs.Count(r => r.Phase == "Succeeded").ShouldBeGreaterThan(runs.Count * 9 / 10);
        foreach (var run in runs)
        {
            var journal = await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run.Name)}?namespace={run.Namespace}&limit=1000");
            var events = journal.Events.Select(e => e.Data).ToList();
            events.OfType<VaultSessionOpened>().Select(e => e.Accessor).ShouldBe(events.OfType<VaultSessionClosed>().Select(e => e.Accessor), ignoreOrder: true, run.Name);
        }
    }

    private static async Task<IReadOnlyList<string>> RolesAsync(string connection)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand("select rolname from pg_roles where rolname like 'v-reader-%'", open);
        await using var reader = await command.ExecuteReaderAsync();
        var roles = new List<string>();
        while (await reader.ReadAsync())
        {
            roles.Add(reader.GetString(0));
        }

        return roles;
    }
}
