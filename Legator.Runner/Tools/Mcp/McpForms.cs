using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Answers a server that asks a person something, where the environment lets the server's own defaults stand for an answer.</summary>
internal static class McpForms
{
    private static readonly ElicitResult Declined = new() { Action = "decline" };

    public static ElicitResult Answer(ElicitRequestParams? form)
    {
        // A page to be opened has no defaults.
        if (form is not { RequestedSchema: { } asked } || form.Mode is not (null or "form"))
        {
            return Declined;
        }

        var content = new Dictionary<string, JsonElement>();
        foreach (var (name, field) in asked.Properties)
        {
            if (JsonSerializer.SerializeToElement(field, McpJsonUtilities.DefaultOptions).TryGetProperty("default", out var value))
            {
                content[name] = value;
            }
        }

        return asked.Required?.All(content.ContainsKey) ?? true ? new ElicitResult { Action = "accept", Content = content } : Declined;
    }
}
