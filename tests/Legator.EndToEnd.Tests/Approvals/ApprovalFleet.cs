using System.Globalization;
using Legator.Backends.Tests.Servers;
using Legator.EndToEnd.Tests.Product;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.EndToEnd.Tests.Approvals;

/// <summary>The distributed set with agents that ask. Redis and PostgreSQL are its own, because they are crashed.</summary>
public sealed class ApprovalFleet : IAsyncLifetime
{
    private readonly DistributedProduct _product;
    private readonly ApprovalDesk _desk;

    public ApprovalFleet()
    {
        _product = new DistributedProduct(Redis, Postgres, Namespace);
        _desk = new ApprovalDesk(_product, Namespace);
    }

    public RedisServer Redis { get; } = new();

    public PostgresServer Postgres { get; } = new();

    public EchoSite Site { get; } = new();

    public string Namespace { get; } = string.Create(CultureInfo.InvariantCulture, $"asked-{Environment.ProcessId}");

    internal DistributedProduct Product => _product;

    internal ApprovalDesk Desk => _desk;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        if (_product.Kubeconfig.Length == 0)
        {
            // Left out by each test: what a fixture throws fails them.
            return;
        }

        await _product.StartAsync(new Dictionary<string, string> { ["Runner__Previewer"] = $"{Namespace}/previewer" });
        await Kubectl.ApplyAsync(_product.Kubeconfig, ApprovalEstate.Manifests(Namespace, Site.Port));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
        await Site.DisposeAsync();
    }
}
