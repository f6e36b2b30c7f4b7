using System.Text.Json;
using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Audit;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Reads the definitions that a server sends into what the journal holds and the model is told. A definition that cannot be held costs its tool, never the others.</summary>
internal sealed class McpDefinitions(McpServer server, RunScope scope, McpConnection connection)
{
    private const int MostText = 2000;
    private const int MostRefused = 20;
    private const int MostTools = 128;

    /// <summary>What the server offers the run.</summary>
    public DiscoveredServer Read(McpListing listing)
    {
        var tools = new SortedDictionary<string, DiscoveredTool>(StringComparer.Ordinal);
        var refused = new List<string>(listing.Problem is null ? [] : [listing.Problem]);
        var names = Names(listing).ToList();
        var twice = names.GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, definition) in names.Where(n => scope.Sheet.MayDeclare(n.Name)))
        {
            try
            {
                tools[name] = tools.Count >= MostTools ? throw new McpProblemException($"is one too many: {MostTools} are used")
                    : twice.Contains(name) ? throw new McpProblemException("is there twice, or differs from another in case only")
                    : Tool(name, definition);
            }
            catch (McpProblemException e)
            {
                refused.Add($"{name} {e.Message}.");
            }
        }

        return new DiscoveredServer(server.Name, Clean(connection.Version, 100), null, listing.Tools.Count, [.. tools.Values], [.. refused.Take(MostRefused)]);
    }

    /// <summary>The digests of all definitions, by full name.</summary>
    public IReadOnlyDictionary<string, string> Digests(McpListing listing)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, definition) in Names(listing))
        {
            digests[name] = digests.ContainsKey(name) ? "" : Digest(definition);
        }

        return digests;
    }

    private DiscoveredTool Tool(string name, JsonElement definition)
    {
        if (name.Length > McpToolName.MaxLength)
        {
            throw new McpProblemException($"has a name of more than {McpToolName.MaxLength} characters");
        }

        if (McpToolName.Read(name) is not { } named || named.Tool.Any(c => c is < ' ' or > '~'))
        {
            // The protocol asks for ASCII, and headers of HTTP take nothing else.
            throw new McpProblemException("has a name that is not of visible ASCII characters");
        }

        var schema = definition.TryGetProperty("inputSchema", out var given) ? given : throw new McpProblemException("has no schema");
        return new DiscoveredTool(name, Description(definition), new McpSchema(text => Clean(text, MostText / 2)).Read(schema), Digest(definition))
        {
            ReadOnly = Hint(definition, "readOnlyHint"),
            Destructive = Hint(definition, "destructiveHint"),
        };
    }

    private string Description(JsonElement definition)
    {
        var said = Text(definition, "description") ?? Text(definition, "title") ?? "";
        return $"[Tool of the MCP server '{server.Name}', described by that server] {Clean(said, MostText)}".TrimEnd();
    }

    private string Clean(string text, int most) => scope.Redactor.Redact(connection.Redact(McpText.Clean(text, most)));

    private IEnumerable<(string Name, JsonElement Definition)> Names(McpListing listing)
    {
        foreach (var definition in listing.Tools.Where(t => t.ValueKind == JsonValueKind.Object))
        {
            if (Text(definition, "name") is { Length: > 0 } name)
            {
                yield return (McpToolName.Of(server.Name, name), definition);
            }
        }
    }

    private static string? Text(JsonElement definition, string member) =>
        definition.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Hint(JsonElement definition, string name) =>
        definition.TryGetProperty("annotations", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty(name, out var hint) && hint.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? hint.GetBoolean()
            : null;

    /// <summary>What makes a tool the tool that it is: icons and titles may change.</summary>
    private static string Digest(JsonElement definition)
    {
        var parts = new[] { "name", "description", "inputSchema", "annotations" }
            .ToDictionary(part => part, part => definition.TryGetProperty(part, out var value) ? value.GetRawText() : null);
        return CanonicalJson.Sha256(parts);
    }
}
