using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Runs;
using Legator.Runner.Rehearsals;
using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Tools;

/// <summary>The product's own tools, connected to nothing: they say what they take and what a call would do, and can do nothing. Rehearsals and replays judge by them.</summary>
internal static class UnconnectedTools
{
    private static readonly Lazy<IServiceProvider> Services = new(Create);

    private static readonly Lazy<IReadOnlyList<Tool>> Tools = new(() => [.. Services.Value.GetServices<Tool>()]);

    /// <summary>The tools.</summary>
    public static IReadOnlyList<Tool> All => Tools.Value;

    /// <summary>The MCP servers of environments.</summary>
    public static McpServers Servers => Services.Value.GetRequiredService<McpServers>();

    /// <summary>A cluster that nobody can reach.</summary>
    public static DynamicClient Cluster => Services.Value.GetRequiredService<DynamicClient>();

    private static ServiceProvider Create()
    {
        var time = new RehearsalClock();
        return new ServiceCollection().AddTools().AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(ClusterConnection.ToNowhere(time))
            .AddSingleton(typeof(ResourceClient<>))
            .AddSingleton<DynamicClient>()
            .AddSingleton<IRunJournal>(new RehearsalJournal(time))
            .BuildServiceProvider();
    }
}
