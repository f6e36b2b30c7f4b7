using System.Text.Json;

namespace Legator.Benchmarks.Gates;

/// <summary>A call to be judged, and how people would name it.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Tool">Tool.</param>
/// <param name="Arguments">Arguments as a model writes them.</param>
public sealed record GateCall(string Name, string Tool, JsonElement Arguments)
{
    /// <summary>What agents ask for all day, one of each language.</summary>
    public static IReadOnlyList<GateCall> Ordinary { get; } =
    [
        Of("kubectl.get", "kubectl.get", new { resource = "pods", name = "web-500", @namespace = "shop-15" }),
        Of("kubectl.rollout", "kubectl.rollout", new { action = "restart", resource = "deployment", name = "web-502", @namespace = "shop-17" }),
        Of("kubectl", "kubectl", new { command = "kubectl get pods -n shop-15 -l app=web -o wide" }),
        Of("ssh.exec", "ssh.exec", new { host = "web-504", command = "journalctl -u nginx --since '1 hour ago' | grep -c error" }),
        Of("sql.query", "sql.query", new { database = "shop-33", dialect = "postgresql", query = "SELECT id, total FROM orders_517 WHERE state = 'open' ORDER BY id LIMIT 20" }),
        Of("http.request", "http.request", new { method = "GET", url = "https://status-506.example.com/api/health" }),
    ];

    /// <inheritdoc />
    public override string ToString() => Name;

    private static GateCall Of(string name, string tool, object arguments) => new(name, tool, JsonSerializer.SerializeToElement(arguments));
}
