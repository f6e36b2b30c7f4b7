using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Triggers;
using Legator.Web.Api;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Legator.Web.Webhooks;

/// <summary>What a caller sent.</summary>
/// <param name="Came">Members payload and headers, for filters.</param>
/// <param name="Payload">What the agent is to see; null for nothing.</param>
internal sealed record WebhookBody(JsonObject Came, string? Payload)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // What stands there twice could be one thing to a filter and another to whoever reads it.
    private static readonly JsonDocumentOptions EachOnce = new() { AllowDuplicateProperties = false };

    // What proves the caller's identity is nothing to decide by.
    private static readonly HashSet<string> Proofs = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Cookie", "X-Gitlab-Token", WebhookProof.HubHeader, "X-Hub-Signature", StandardSignature.Header,
    };

    /// <summary>Reads JSON, a form (GitHub's has JSON in its field payload), or text.</summary>
    /// <exception cref="ApiException">It is neither, or not what it says.</exception>
    public static WebhookBody Read(HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (request.Headers.ContentEncoding.Count > 0 || (request.ContentType is { Length: > 0 } && !IsTaken(type)))
        {
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The body is none that is taken here: send application/json, application/x-www-form-urlencoded or text, in UTF-8 and not compressed.");
        }

        var text = Text(bytes);
        var isForm = type?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true && !LooksLikeJson(text);
        var json = isForm ? Form(text) : LooksLikeJson(text) || IsJson(type) ? Json(text, mustBe: IsJson(type)) : null;
        var headers = new JsonObject();
        foreach (var header in request.Headers.Where(header => !Proofs.Contains(header.Key)))
        {
            headers[header.Key.ToLowerInvariant()] = header.Value.ToString();
        }

        var payload = json is { } element ? TriggerPayload.Of(element) : string.IsNullOrWhiteSpace(text) ? null : TriggerPayload.Of(text);
        return new WebhookBody(new JsonObject { ["payload"] = json is { } value ? JsonSerializer.SerializeToNode(value) : JsonValue.Create(text), ["headers"] = headers }, payload);
    }

    private static bool IsTaken(MediaTypeHeaderValue? type) =>
        type is not null && (IsJson(type) || type.Type.Equals("text", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii");

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type is not null && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static string Text(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw ApiException.Invalid("body", "it is no UTF-8.");
        }
    }

    private static JsonElement? Json(string text, bool mustBe)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, EachOnce);
            return document.RootElement.Clone();
        }
        catch (JsonException e) when (mustBe)
        {
            throw ApiException.Invalid("body", e.LineNumber is { } line ? $"it is no JSON: line {line + 1}, byte {e.BytePositionInLine}." : "a member stands there twice.");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Form(string text)
    {
        var fields = QueryHelpers.ParseQuery(text);
        return fields is { Count: 1 } && fields.TryGetValue("payload", out var payload) && Json(payload.ToString(), mustBe: false) is { } json
            ? json
            : JsonSerializer.SerializeToElement(fields.ToDictionary(field => field.Key, field => field.Value.ToString()));
    }
}
