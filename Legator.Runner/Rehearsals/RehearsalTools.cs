using Legator.Runner.Tools;
using Legator.Runner.Tools.Plans;

namespace Legator.Runner.Rehearsals;

/// <summary>The product's own tools, connected to nothing: what they take is theirs, what they answer is the rehearsal's.</summary>
internal static class RehearsalTools
{
    /// <summary>The tools of a scene.</summary>
    public static ToolCatalog In(RehearsalWorld world) => new(
    [
        .. UnconnectedTools.All.Select(tool => tool is PlanSubmitTool ? tool : new RecordedTool(tool, world)),
        .. world.Tools.Where(name => name.StartsWith("mcp.", StringComparison.Ordinal)).Select(name => new RecordedServerTool(name, world)),
    ]);
}
