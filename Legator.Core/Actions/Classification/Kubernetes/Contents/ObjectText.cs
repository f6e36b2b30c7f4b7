using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Reads single values of objects whose shape nobody promises.</summary>
internal static class ObjectText
{
    /// <summary>The string; null for anything else.</summary>
    public static string? Of(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>True for the value <c>true</c>.</summary>
    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The number; null for anything else.</summary>
    public static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), out var number) ? number : null;
}
