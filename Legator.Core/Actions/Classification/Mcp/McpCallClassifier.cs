using System.Text.Json;

namespace Legator.Core.Actions.Classification.Mcp;

/// <summary>Classifies <c>mcp.&lt;server&gt;.&lt;tool&gt;</c>.</summary>
internal sealed class McpCallClassifier : ICallClassifier
{
    /// <inheritdoc />
    public string Domain => McpClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.StartsWith(McpToolName.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        var name = tool.AsSpan(McpToolName.Prefix.Length);
        var dot = name.IndexOf('.');
        if (dot <= 0 || dot == name.Length - 1 || tool.Length > McpToolName.MaxLength || tool.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '*'))
        {
            return CallClassification.Unreadable($"'{tool[..Math.Min(tool.Length, 64)]}' names no tool of an MCP server.", "Write mcp.<server>.<tool>.");
        }

        if (arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return CallClassification.Invalid("The arguments must be an object.");
        }

        return CallClassification.Of(McpClassifier.Classify(name[..dot].ToString(), name[(dot + 1)..].ToString(), Annotations(tool, context)));
    }

    private static McpToolAnnotations? Annotations(string tool, ClassificationContext context) =>
        context.McpTools.TryGetValue(tool, out var said) ? said
        : context.McpTools.FirstOrDefault(t => t.Key.Equals(tool, StringComparison.OrdinalIgnoreCase)).Value;
}
