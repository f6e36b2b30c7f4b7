using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Actions.Classification;

/// <summary>What a classifier may know of the estate besides the call. What is not in here is unknown, and unknown is never harmless.</summary>
public sealed record ClassificationContext
{
    /// <summary>Nothing is known.</summary>
    public static ClassificationContext Empty { get; } = new();

    /// <summary>URLs of the environment's endpoints: the only ones at private addresses that may be called.</summary>
    public IReadOnlyCollection<Uri> Endpoints { get; init; } = [];

    /// <summary>What each SSH host allows, by host name. A host that is not listed allows neither sudo nor root.</summary>
    public IReadOnlyDictionary<string, HostRules> Hosts { get; init; } = new Dictionary<string, HostRules>();

    /// <summary>The dialect of each database, by its name in the environment; the call's own <c>dialect</c> argument counts only where the environment does not say.</summary>
    public IReadOnlyDictionary<string, SqlDialect> Databases { get; init; } = new Dictionary<string, SqlDialect>();

    /// <summary>The cluster's own kinds by the name that people call them; null asks only the built-in table.</summary>
    public Func<string, KubernetesKind?>? Kinds { get; init; }

    /// <summary>What MCP servers say of their tools, by full tool name (<c>mcp.server.tool</c>).</summary>
    public IReadOnlyDictionary<string, McpToolAnnotations> McpTools { get; init; } = new Dictionary<string, McpToolAnnotations>();

    /// <summary>Autonomy of the agents that a task may be delegated to, by name.</summary>
    public IReadOnlyDictionary<string, AutonomyLevel> Agents { get; init; } = new Dictionary<string, AutonomyLevel>();
}
