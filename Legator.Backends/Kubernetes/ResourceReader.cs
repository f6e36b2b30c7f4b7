using System.Buffers;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes;

/// <summary>Turns the API's JSON into typed objects, one by one, so that one bad object never hides the others.</summary>
internal static class ResourceReader
{
    public static T? Read<T>(JsonElement element, out MalformedResource? malformed)
        where T : class, IResource
    {
        malformed = null;
        try
        {
            if (element.Deserialize<T>(LegatorJson.Options) is { } value)
            {
                return value;
            }

            malformed = new MalformedResource(new ObjectMeta(), "The object is null.");
        }
        catch (Exception e) when (IsOfShape(e))
        {
            malformed = new MalformedResource(Metadata(element), Problem(e));
        }

        return null;
    }

    /// <summary>Reads an object from its text.</summary>
    public static T? Read<T>(ReadOnlySequence<byte> text, out MalformedResource? malformed)
        where T : class, IResource
    {
        malformed = null;
        try
        {
            var reader = new Utf8JsonReader(text);
            if (JsonSerializer.Deserialize<T>(ref reader, LegatorJson.Options) is { } value)
            {
                return value;
            }

            malformed = new MalformedResource(new ObjectMeta(), "The object is null.");
        }
        catch (Exception e) when (IsOfShape(e))
        {
            using var document = JsonDocument.Parse(text);
            malformed = new MalformedResource(Metadata(document.RootElement), Problem(e));
        }

        return null;
    }

    public static T ReadOne<T>(byte[] bytes)
        where T : class, IResource
    {
        using var document = Parse(bytes);
        return Read<T>(document.RootElement, out var malformed)
            ?? throw new ClusterException(200, "Malformed", $"'{malformed!.Metadata.Name}' does not have the shape of its kind. {malformed.Problem}");
    }

    public static ObjectMeta Metadata(JsonElement element)
    {
        var metadata = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("metadata", out var m) ? m : default;
        return new ObjectMeta
        {
            Name = Text(metadata, "name"),
            Namespace = Text(metadata, "namespace"),
            Uid = Text(metadata, "uid"),
            ResourceVersion = Text(metadata, "resourceVersion"),
            Generation = metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("generation", out var g) && g.TryGetInt64(out var generation) ? generation : null,
        };
    }

    public static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static JsonDocument Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new ClusterException(200, "Malformed", $"The Kubernetes API answered with something that is not JSON: {e.Message}", e);
        }
    }

    private static bool IsOfShape(Exception e) =>
        e is JsonException or NotSupportedException or FormatException or ArgumentException or OverflowException or InvalidOperationException;

    private static string Problem(Exception e) =>
        e is JsonException { Path: { Length: > 2 } path } ? $"{path[2..]} cannot be read: {Sentence(e.Message)}" : Sentence(e.Message);

    // System.Text.Json appends ' Path: … | LineNumber: …' for programmers; people get the sentence before it.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
