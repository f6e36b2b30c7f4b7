using System.Collections.Frozen;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp;

/// <summary>The tools that the MCP servers of an environment give one run. Connections are opened when they are needed first, and end with the run.</summary>
/// <param name="environment">Name of the environment.</param>
/// <param name="servers">The servers that the run's action sheets speak of.</param>
/// <param name="connector">Opens connections.</param>
/// <param name="patience">How long one server may take to say what it has.</param>
/// <param name="time">The clock.</param>
internal sealed class McpRunTools(string environment, IReadOnlyList<McpServer> servers, McpConnector connector, TimeSpan patience, TimeProvider time) : IRunTools
{
    private FrozenDictionary<string, Tool> _tools = FrozenDictionary<string, Tool>.Empty;
    private int _stale;

    public IReadOnlyList<ToolDeclaration> Declarations { get; private set; } = [];

    public bool IsStale => Volatile.Read(ref _stale) != 0;

    public Tool? Find(string name) => _tools.GetValueOrDefault(name);

    public async Task<ToolsDiscovered> DiscoverAsync(RunScope scope, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _stale, 0);
        return new ToolsDiscovered(environment, [.. await Task.WhenAll(servers.Select(s => DiscoverAsync(s, scope, cancellationToken)))]);
    }

    public void Offer(ToolsDiscovered found)
    {
        var known = servers.ToDictionary(s => s.Name, StringComparer.Ordinal);
        _tools = found.Servers.Where(s => known.ContainsKey(s.Name))
            .SelectMany(s => s.Tools.Select(t => (Tool)new McpTool(t, known[s.Name], this)))
            .ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        Declarations = [.. _tools.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new ToolDeclaration(t.Name, t.Description, t.Schema))];
    }

    /// <summary>The connection to a server.</summary>
    /// <exception cref="McpProblemException">It cannot be used.</exception>
    public Task<McpConnection> ConnectAsync(McpServer server, RunScope scope, CancellationToken cancellationToken) =>
        scope.Resources.GetAsync(server.Name, () => connector.OpenAsync(server, scope, Doubt, cancellationToken));

    /// <summary>What is offered may no longer be what there is: it is found anew before the model is asked next.</summary>
    public void Doubt() => Interlocked.Exchange(ref _stale, 1);

    private async Task<DiscoveredServer> DiscoverAsync(McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var connection = await ConnectAsync(server, scope, either.Token);
            return new McpDefinitions(server, scope, connection).Read(await connection.ListAsync(either.Token));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await scope.Resources.DropAsync<McpConnection>(server.Name);
            var problem = e is OperationCanceledException ? $"It did not answer within {patience.TotalSeconds:0.#} s." : McpFailure.Describe(e);
            return new DiscoveredServer(server.Name, null, scope.Redactor.Redact(problem), 0, [], []);
        }
    }
}
