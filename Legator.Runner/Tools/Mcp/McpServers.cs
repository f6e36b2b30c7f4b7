using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Gives a run the MCP servers of its environment.</summary>
internal sealed class McpServers(McpConnector connector, IOptions<McpOptions> options, TimeProvider time)
{
    /// <returns>Null for a run whose action sheets speak of none of them.</returns>
    public IRunTools? Of(RunSnapshotEnvironment environment, ActionSheetIndex sheet)
    {
        var servers = environment.Spec.McpServers.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new McpServer(s.Key, s.Value)).Where(s => s.IsNamedBy(sheet)).ToList();
        return servers.Count == 0 ? null : new McpRunTools(environment.Name, servers, connector, options.Value.DiscoveryTimeout, time);
    }
}
