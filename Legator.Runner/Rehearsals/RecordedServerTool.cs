using System.Text.Json;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Rehearsals;

/// <summary>A tool of an MCP server away from its server: it is there because something is written down that it answers.</summary>
/// <param name="name">Its full name, e.g. <c>mcp.search.find</c>.</param>
/// <param name="world">What is answered.</param>
internal sealed class RecordedServerTool(string name, RehearsalWorld world) : Tool
{
    private static readonly JsonElement Anything = JsonSerializer.SerializeToElement(new { type = "object" });

    public override string Name => name;

    public override string Description => "A tool of an MCP server.";

    public override JsonElement Schema => Anything;

    public override Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(RecordedTool.Prepared(name, arguments, scope, world));
}
