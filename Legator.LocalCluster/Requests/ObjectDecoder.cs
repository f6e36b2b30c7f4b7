using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.LocalCluster.Protobuf;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Requests;

/// <summary>Makes an object of a kind out of a body, or says why it is none.</summary>
internal static class ObjectDecoder
{
    private static readonly string[] _accepted = ["application/json", "application/yaml", ProtobufObject.MediaType];

    public static ParsedJson Decode(ReadOnlyMemory<byte> body, string? contentType, ResourceKind kind)
    {
        ParsedJson parsed = ParseObject(body, MediaType(contentType), kind);
        JsonObject resource = (JsonObject)parsed.Root!;
        if (resource.TryGetPropertyValue("metadata", out JsonNode? metadata) && metadata is not (null or JsonObject))
        {
            throw ApiErrors.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: json: cannot unmarshal {Describe(metadata)} into Go struct field {kind.Kind}.metadata of type v1.ObjectMeta");
        }

        CheckKind(resource, kind, body.Span);
        return parsed;
    }

    /// <summary>A change may not turn an object into another kind.</summary>
    public static void RequireSameKind(JsonObject resource, ResourceKind kind)
    {
        if (ObjectMeta.Text(resource, "kind") != kind.Kind || ObjectMeta.Text(resource, "apiVersion") != kind.ApiVersion)
        {
            throw ApiErrors.BadRequest(
                $"the object's type cannot change: it is {kind.ApiVersion} {kind.Kind}, not {ObjectMeta.Text(resource, "apiVersion")} {ObjectMeta.Text(resource, "kind")}");
        }
    }

    public static string MediaType(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return "application/json";
        }

        int end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    public static ParsedJson Parse(ReadOnlyMemory<byte> body, string mediaType) => mediaType switch
    {
        "application/json" or "application/merge-patch+json" or "application/json-patch+json" or "application/strategic-merge-patch+json" => JsonDocumentReader.Read(body.Span),
        "application/yaml" or "application/apply-patch+yaml" or "text/yaml" or "application/x-yaml" => StartsAsJson(body.Span) ? JsonDocumentReader.Read(body.Span) : new ParsedJson(Yaml.Parse(Encoding.UTF8.GetString(body.Span)), []),
        ProtobufObject.MediaType => new ParsedJson(ProtobufObject.Read(body.Span), []),
        _ => throw ApiErrors.UnsupportedMediaType(_accepted),
    };

    private static ParsedJson ParseObject(ReadOnlyMemory<byte> body, string mediaType, ResourceKind kind)
    {
        ParsedJson parsed;
        try
        {
            parsed = Parse(body, mediaType);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind.Kind}): couldn't get version/kind; json parse error: {GoText(error, body.Span)} ({Excerpt(body.Span)})");
        }

        return parsed.Root is JsonObject
            ? parsed
            : throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind.Kind}): couldn't get version/kind; json parse error: json: cannot unmarshal {Describe(parsed.Root)} into Go value of type struct {{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }} ({Excerpt(body.Span)})");
    }

    private static void CheckKind(JsonObject resource, ResourceKind kind, ReadOnlySpan<byte> body)
    {
        string apiVersion = ObjectMeta.Text(resource, "apiVersion");
        string given = ObjectMeta.Text(resource, "kind");
        if (kind.Custom is not null)
        {
            RequireCustomKind(resource, kind, apiVersion, given, body);
            return;
        }

        if (apiVersion.Length > 0 && apiVersion != kind.ApiVersion)
        {
            throw ApiErrors.BadRequest($"the API version in the data ({apiVersion}) does not match the expected API version ({kind.ApiVersion})");
        }

        if (given.Length > 0 && given != kind.Kind && given is not ("DeleteOptions" or "Scale" or "Binding" or "Eviction"))
        {
            throw ApiErrors.BadRequest($"the kind in the data ({given}) does not match the expected kind ({kind.Kind})");
        }

        resource["apiVersion"] = kind.ApiVersion;
        resource["kind"] = kind.Kind;
    }

    private static void RequireCustomKind(JsonObject resource, ResourceKind kind, string apiVersion, string given, ReadOnlySpan<byte> body)
    {
        if (given.Length == 0 || apiVersion.Length == 0)
        {
            string missing = given.Length == 0 ? "Kind" : "apiVersion";
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind.Kind}): Object '{missing}' is missing in '{Encoding.UTF8.GetString(body)}' ({Excerpt(body)})");
        }

        if (apiVersion != kind.ApiVersion)
        {
            throw ApiErrors.BadRequest($"the API version in the data ({apiVersion}) does not match the expected API version ({kind.ApiVersion})");
        }

        if (given != kind.Kind)
        {
            throw ApiErrors.Invalid(given, kind.Group, ObjectMeta.Name(resource), [StatusCause.Invalid("kind", $"\"{given}\"", $"must be {kind.Kind}")]);
        }
    }

    private static bool StartsAsJson(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> rest = body.TrimStart(" \t\r\n"u8);
        return rest.Length > 0 && rest[0] == (byte)'{';
    }

    private static string GoText(Exception error, ReadOnlySpan<byte> body)
    {
        if (error is FormatException || body.Length == 0)
        {
            return body.Length == 0 ? "unexpected end of JSON input" : error.Message;
        }

        // The reader's own text names lines and bytes; clients know Go's words.
        return error is JsonException { BytePositionInLine: not null } json && json.Message.Contains("end of data", StringComparison.Ordinal)
            ? "unexpected end of JSON input"
            : "invalid character in the JSON text";
    }

    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 22)]);
        return body.Length == 0 ? "<empty>" : body.Length > 22 ? text + " ..." : text;
    }

    private static string Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
