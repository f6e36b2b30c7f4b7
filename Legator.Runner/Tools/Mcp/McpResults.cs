using System.Text.Json;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Turns the answer of a tool into text. What a model cannot read is named with its type and size.</summary>
internal static class McpResults
{
    private const int MostLine = 200;

    public static ToolOutput Of(JsonElement result, string server)
    {
        if (result.ValueKind != JsonValueKind.Object)
        {
            return ToolOutput.Failed($"The server {server} answered nothing that can be read.");
        }

        var parts = result.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array ? content.EnumerateArray().Select(Part).ToList() : [];
        if (parts.Count == 0 && result.TryGetProperty("structuredContent", out var structured))
        {
            parts.Add(structured.GetRawText());
        }

        var text = McpNoise.Without(server, parts.Count == 0 ? "(no content)" : string.Join('\n', parts));
        var failed = result.TryGetProperty("isError", out var error) && error.ValueKind == JsonValueKind.True;
        return failed ? ToolOutput.Failed(text) : ToolOutput.Done(text);
    }

    private static string Part(JsonElement part) => part.ValueKind != JsonValueKind.Object ? "[content that cannot be read]" : Text(part, "type") switch
    {
        "text" => Text(part, "text") ?? "",
        "image" or "audio" => $"[{Text(part, "type")}, {Line(part, "mimeType")}, {Size(Text(part, "data"))}: not shown]",
        "resource_link" => $"[resource {Line(part, "uri")}, {Line(part, "mimeType")}: {Line(part, "name")}]",
        "resource" when part.TryGetProperty("resource", out var resource) && resource.ValueKind == JsonValueKind.Object => Resource(resource),
        _ => $"[content of type {Line(part, "type")}: not shown]",
    };

    private static string Resource(JsonElement resource) =>
        Text(resource, "text") is { } text ? $"[resource {Line(resource, "uri")}, {Line(resource, "mimeType")}]\n{text}"
        : $"[resource {Line(resource, "uri")}, {Line(resource, "mimeType")}, {Size(Text(resource, "blob"))}: not shown]";

    private static string? Text(JsonElement part, string member) => part.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(JsonElement part, string member) => Text(part, member) is { Length: > 0 } text ? McpText.Line(text, MostLine) : "unnamed";

    private static string Size(string? base64) => $"{(base64 ?? "").TrimEnd('=').Length * 3L / 4} bytes";
}
