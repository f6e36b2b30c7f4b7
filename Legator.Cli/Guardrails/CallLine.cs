using System.Text.Json;
using Legator.Core.Actions;

namespace Legator.Cli.Guardrails;

/// <summary>One line of input: a call, or what is wrong with the line.</summary>
/// <param name="Number">Line number, from 1.</param>
/// <param name="Id">The line's own id as it was written; null without one.</param>
/// <param name="Call">The call; null when the line is none.</param>
/// <param name="Error">What is wrong and how to put it right; null for a call.</param>
internal sealed record CallLine(int Number, JsonElement? Id, ToolCall? Call, string? Error)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256 };

    /// <summary>The whole line; labelled cases say more than a call. Undefined when it is no JSON object.</summary>
    public JsonElement Line { get; private init; }

    /// <summary>Reads a line.</summary>
    /// <param name="number">Line number, from 1.</param>
    /// <param name="text">The line.</param>
    /// <param name="tool">Tool of lines that name none; null when each must.</param>
    public static CallLine Read(int number, string text, string? tool)
    {
        JsonElement line;
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            line = document.RootElement.Clone();
            return line.ValueKind == JsonValueKind.Object ? Read(number, line, tool) : NotAnObject(number, line);
        }
        catch (JsonException e)
        {
            return new CallLine(number, null, null, $"not JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            return new CallLine(number, null, null, "id or tool holds half of a character that needs two: write the other half, or leave it out");
        }
    }

    private static CallLine NotAnObject(int number, JsonElement line) =>
        new(number, null, null, $"a JSON object is expected, and this is {Describe(line)}: write {{\"id\",\"tool\",\"arguments\"}}");

    private static CallLine Read(int number, JsonElement line, string? tool)
    {
        JsonElement? id = line.TryGetProperty("id", out var given) ? given : null;
        if (line.TryGetProperty("tool", out var named) && named.ValueKind != JsonValueKind.String)
        {
            return new CallLine(number, id, null, $"tool: a string is expected, and this is {Describe(named)}") { Line = line };
        }

        var name = named.ValueKind == JsonValueKind.String ? named.GetString() : tool;
        return string.IsNullOrWhiteSpace(name) ? new CallLine(number, id, null, "tool: missing; name it, or give --tool") { Line = line }
            : !line.TryGetProperty("arguments", out var arguments) ? new CallLine(number, id, null, "arguments: missing; write an object, {} for none") { Line = line }
            : new CallLine(number, id, new ToolCall(id?.ToString() ?? $"{number}", name, arguments), null) { Line = line };
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
