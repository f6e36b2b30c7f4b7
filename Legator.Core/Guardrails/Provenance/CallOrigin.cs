using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>With whom a call talks: the host of an address, the server of a tool, otherwise the tool itself.</summary>
internal static class CallOrigin
{
    public static string Of(string tool, JsonElement arguments)
    {
        if (tool.StartsWith("http.", StringComparison.Ordinal))
        {
            return arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? $"http {WrittenAddress.Of(url.GetString()!).Authority}" : "http";
        }

        return tool.StartsWith("mcp.", StringComparison.Ordinal) && tool.IndexOf('.', 4) is > 0 and var end ? tool[..end] : tool;
    }
}
