using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Runner.Tests.Gate;
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
            .AddSingleton(TimeProvider.System).AddSingleton(cluster.Client).AddSingleton(cluster.States).AddSingleton(cluster.Maps)
            .AddSingleton(cluster.Of<AgentEvent>()).AddSingleton(cluster.Of<LegatorAgent>()).AddSingleton<IRunJournal>(new ListJournal());
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ToolCatalog>().Declarations.Select(d => d.Name).ShouldBe(
        [
            "a2a.accept",
            "a2a.check",
            "a2a.complete",
            "a2a.delegate",
            "a2a.fail",
            "aws.cli",
            "az.cli",
            "dns.query",
            "dns.reverse",
            "event.list",
            "event.publish",
            "http.delete",
            "http.get",
            "http.head",
            "http.patch",
            "http.post",
            "http.put",
            "http.request",
            "kubectl.annotate",
            "kubectl.api-resources",
            "kubectl.apply",
            "kubectl.cordon",
            "kubectl.delete",
            "kubectl.describe",
            "kubectl.diff",
            "kubectl.drain",
            "kubectl.events",
            "kubectl.explain",
            "kubectl.get",
            "kubectl.label",
            "kubectl.list",
            "kubectl.logs",
            "kubectl.patch",
            "kubectl.rollout",
            "kubectl.scale",
            "kubectl.top",
            "kubectl.uncordon",
            "plan.submit",
            "sql.query",
            "ssh.exec",
            "state.delete",
            "state.get",
            "state.set",
        ]);
    }

    [Fact]
    public void Create_TwoToolsOfOneName_Throws()
    {
        var tool = new Legator.Runner.Tools.Kubernetes.KubectlGetTool(new());
        Should.Throw<InvalidOperationException>(() => new ToolCatalog([tool, tool])).Message.ShouldContain("kubectl.get");
    }
}
