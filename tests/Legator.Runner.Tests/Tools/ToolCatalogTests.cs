using Legator.Runner.Tools;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Legator.Runner.Tests.Tools;

public sealed class ToolCatalogTests(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public void AddTools_Twice_RegistersEachToolOnce()
    {
        var services = new ServiceCollection().AddTools().AddTools().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System).AddSingleton(cluster.Client).AddSingleton(cluster.States).AddSingleton(cluster.Maps);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ToolCatalog>().Declarations.Select(d => d.Name).ShouldBe(
        [
            "dns.query", "dns.reverse", "http.delete", "http.get", "http.head", "http.patch", "http.post", "http.put", "http.request", "kubectl.delete", "kubectl.describe", "kubectl.get", "kubectl.logs", "kubectl.rollout", "kubectl.scale", "sql.query", "ssh.exec",
            "state.delete", "state.get", "state.set",
        ]);
    }

    [Fact]
    public void Create_TwoToolsOfOneName_Throws()
    {
        var tool = new Legator.Runner.Tools.Kubernetes.KubectlGetTool(new(cluster.Client));
        Should.Throw<InvalidOperationException>(() => new ToolCatalog([tool, tool])).Message.ShouldContain("kubectl.get");
    }
}
