using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Runs;
using Legator.Runner.Tools;
using Legator.Runner.Tools.Plans;

namespace Legator.Runner.Rehearsals;

/// <summary>The product's own tools, connected to nothing: what they take is theirs, what they answer is the rehearsal's.</summary>
internal static class RehearsalTools
{
    private static readonly Lazy<IReadOnlyList<Tool>> Real = new(Create);

    /// <summary>The tools of a scene.</summary>
    public static ToolCatalog In(RehearsalWorld world) => new(
    [
        .. Real.Value.Select(tool => tool is PlanSubmitTool ? tool : new RecordedTool(tool, world)),
        .. world.Tools.Where(name => name.StartsWith("mcp.", StringComparison.Ordinal)).Select(name => new RecordedServerTool(name, world)),
    ]);

    private static List<Tool> Create()
    {
        var time = new RehearsalClock();
        var services = new ServiceCollection().AddTools().AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(ClusterConnection.ToNowhere(time))
            .AddSingleton(typeof(ResourceClient<>))
            .AddSingleton<DynamicClient>()
            .AddSingleton<IRunJournal>(new RehearsalJournal(time));
        return [.. services.BuildServiceProvider().GetServices<Tool>()];
    }
}
