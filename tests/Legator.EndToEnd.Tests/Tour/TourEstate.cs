using Legator.Backends.Tests.Servers;
using Legator.Runner.Tests.Tools.Aws;
using Legator.Runner.Tests.Tools.Azure;
using Legator.Runner.Tests.Tools.Dns;
using Legator.Runner.Tests.Tools.Http;
using Legator.Runner.Tests.Tools.Mcp;
using Legator.Runner.Tests.Tools.Ssh;
using Legator.Tests.VaultStandIn;
using MySqlConnector;
using Npgsql;

namespace Legator.EndToEnd.Tests.Tour;

/// <summary>A small estate of real servers: a host, two databases, names, a website, an MCP server; and what stands in for Vault, AWS and Azure.</summary>
public sealed class TourEstate(PostgresServer postgres, MariaDbServer mariaDb) : IAsyncLifetime
{
    private VaultServer? _vault;
    private AzureSite? _azure;

    public SshServer Host { get; } = new();

    public NameServer Names { get; } = new();

    public EchoSite Site { get; } = new();

    public EverythingServer Mcp { get; } = new();

    public AwsSite Aws { get; } = new();

    public NpgsqlConnectionStringBuilder Orders { get; private set; } = [];

    public MySqlConnectionStringBuilder Shop { get; private set; } = [];

    internal AzureSite Azure => _azure ?? throw new InvalidOperationException("Not started.");

    internal VaultServer Vault => _vault ?? throw new InvalidOperationException("Not started.");

    /// <summary>What the runner has to be told of it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Runner__Dns__Nameserver"] = Names.Address };

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        await Names.InitializeAsync();
        await Site.InitializeAsync();
        await Mcp.InitializeAsync();
        await Aws.InitializeAsync();
        _azure = await AzureSite.StartAsync();
        _vault = await VaultServer.StartAsync();
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_vault is not null)
        {
            await _vault.DisposeAsync();
        }

        if (_azure is not null)
        {
            await _azure.DisposeAsync();
        }

        await Aws.DisposeAsync();
        await Mcp.DisposeAsync();
        await Site.DisposeAsync();
        await Names.DisposeAsync();
        await Host.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var orders = await postgres.NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(orders, "create table orders (id int, state text); insert into orders values (1, 'open'), (2, 'shipped')");
        Vault.Databases.Add("reader", orders, "grant select on orders to {{name}}", TimeSpan.FromHours(1));
        Orders = new NpgsqlConnectionStringBuilder(orders);
        await using var shop = await mariaDb.ConnectAsync();
        await using var fill = new MySqlCommand(
            "create database shop; create table shop.items (id int, name text); insert into shop.items values (1, 'lamp'); "
            + "create user reader@'%' identified by 'reader-of-the-shop'; grant select, insert on shop.* to reader@'%'",
            shop);
        await fill.ExecuteNonQueryAsync();
        Shop = new MySqlConnectionStringBuilder(shop.ConnectionString);
    }
}
