using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;

namespace Legator.Operator.Environments;

/// <summary>How MCP servers are, as runs met them. Runners stand where their tools are used and hold the credentials, so what they saw counts; nobody else asks the servers.</summary>
internal sealed class McpHealth
{
    private readonly ConcurrentDictionary<(ObjectKey Environment, string Server), McpServerStatus> _seen = new();
    private Action<ObjectKey>? _changed;

    /// <summary>Calls back with each environment that something new is known of.</summary>
    public IDisposable Subscribe(Action<ObjectKey> changed)
    {
        _changed += changed;
        return new Subscription(() => _changed -= changed);
    }

    /// <summary>A run met the servers of its environment.</summary>
    public void Report(string ns, ToolsDiscovered found, DateTimeOffset at)
    {
        var environment = new ObjectKey(ns, found.Environment);
        foreach (var server in found.Servers)
        {
            var status = new McpServerStatus
            {
                Name = server.Name,
                Healthy = server.Problem is null,
                Message = server.Problem ?? server.Version,
                Tools = server.Problem is null ? server.Offers : null,
                LastSeen = at,
            };
            _seen.AddOrUpdate((environment, server.Name), status, (_, before) => before.LastSeen > at ? before : status);
        }

        _changed?.Invoke(environment);
    }

    /// <summary>The servers of an environment that any run has met.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="names">The servers that it has now.</param>
    /// <param name="before">What its status says: what was known before this process began.</param>
    public IReadOnlyList<McpServerStatus> Of(ObjectKey environment, IEnumerable<string> names, IReadOnlyList<McpServerStatus> before) =>
        [.. names.Order(StringComparer.Ordinal).Select(name => Newer(_seen.GetValueOrDefault((environment, name)), before.FirstOrDefault(b => b.Name == name))).OfType<McpServerStatus>()];

    private static McpServerStatus? Newer(McpServerStatus? seen, McpServerStatus? before) => before is null || seen?.LastSeen > before.LastSeen ? seen : before;

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
