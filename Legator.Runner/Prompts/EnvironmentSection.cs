using System.Text;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Prompts;

/// <summary>Tells the model where it is. Credentials and channels are left out: tools use them, and models do not.</summary>
internal static class EnvironmentSection
{
    /// <summary>What the environment is, in every run of it.</summary>
    public static string Of(RunSnapshotEnvironment environment)
    {
        var text = Beginning(environment);
        Append(text, "MCP servers", Sorted(environment.Spec.McpServers).Select(s => Server(s.Key, s.Value, null)));
        return text.ToString().TrimEnd();
    }

    /// <summary>What no action may put at risk; null when nothing is declared.</summary>
    public static string? ProtectedData(RunSnapshotEnvironment environment)
    {
        var text = new StringBuilder();
        Append(text, "## PROTECTED DATA, never to be put at risk", Protected(environment.Spec.DataResources));
        return text.Length == 0 ? null : text.ToString().TrimEnd();
    }

    /// <summary>Which MCP servers answer in this run; null for a run that uses none.</summary>
    public static string? Servers(RunSnapshotEnvironment environment, ToolsDiscovered? tools)
    {
        var text = new StringBuilder();
        Append(text, "## MCP servers in this run", Sorted(environment.Spec.McpServers).Where(s => tools?.Servers.Any(found => found.Name == s.Key) == true).Select(s => Server(s.Key, s.Value, tools)));
        return text.Length == 0 ? null : text.ToString().TrimEnd();
    }

    /// <summary>All of it in one, as runs of the first format are told.</summary>
    public static string First(RunSnapshotEnvironment environment, ToolsDiscovered? tools)
    {
        var text = Beginning(environment);
        Append(text, "MCP servers", Sorted(environment.Spec.McpServers).Select(s => Server(s.Key, s.Value, tools)));
        Append(text, "PROTECTED DATA, never to be put at risk", Protected(environment.Spec.DataResources));
        return text.ToString().TrimEnd();
    }

    private static StringBuilder Beginning(RunSnapshotEnvironment environment)
    {
        var spec = environment.Spec;
        var text = new StringBuilder($"## Environment: {environment.Name}\n");
        Append(text, null, spec.Description is { Length: > 0 } description ? [description.Trim()] : []);
        Append(text, "Endpoints", Sorted(spec.Endpoints).Select(e => $"{e.Key}: {e.Value.Url}{e.Value.HealthPath}{(e.Value.Internal == true ? " (internal)" : "")}"));
        Append(text, "Namespaces", Namespaces(spec.Namespaces));
        return text;
    }

    // What a server says of itself, also when it fails, is not told here: these are the words of people.
    private static string Server(string name, McpServerSpec spec, ToolsDiscovered? tools) =>
        $"{name}: {string.Join(", ", spec.Capabilities)}".TrimEnd(':', ' ') + (tools?.Servers.FirstOrDefault(s => s.Name == name) switch
        {
            null => "",
            { Problem: not null } => " (NOT AVAILABLE in this run: it did not answer, or cannot be used; say so in your report where it matters)",
            var found => $" ({found.Tools.Count} tools for you)",
        });

    private static IEnumerable<string> Namespaces(NamespaceMap? map)
    {
        if (map is null)
        {
            return [];
        }

        (string Group, IReadOnlyList<string> Names)[] groups =
        [
            ("monitoring", map.Monitoring),
            ("apps", map.Apps),
            ("system", map.System),
            .. Sorted(map.Additional).Select(a => (a.Key, a.Value)),
        ];
        return groups.Where(g => g.Names.Count > 0).Select(g => $"{g.Group}: {string.Join(", ", g.Names)}");
    }

    private static IEnumerable<string> Protected(DataResourcesSpec? data) => data is null
        ? []
        : data.Databases.Concat(data.PersistentStorage).Select(d => $"{d.Kind} {d.Namespace}/{d.Name}")
            .Concat(data.ObjectStorage.Select(o => $"{o.Kind} {o.Name}"));

    private static void Append(StringBuilder text, string? title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0 && title is not null)
        {
            text.Append(title).Append(":\n");
        }

        foreach (var line in all)
        {
            text.Append("- ").Append(line).Append('\n');
        }
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) => map.OrderBy(e => e.Key, StringComparer.Ordinal);
}
