using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Aws;

/// <summary>Says what AWS answered.</summary>
internal static class AwsAnswer
{
    private const int MaxMessage = 600;

    private static readonly string[] Refusals =
    [
        "AuthFailure", "InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException", "InvalidSignatureException", "ExpiredToken", "ExpiredTokenException", "RequestExpired", "InvalidAccessKeyId", "IncompleteSignature",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "InvalidToken", "RequestTimeTooSkewed",
    ];

    /// <summary>The answer as JSON in one line.</summary>
    public static ToolOutput Of(HttpResponseMessage response, string body, AwsAccount account)
    {
        var status = (int)response.StatusCode;
        if (status >= 300)
        {
            return ToolOutput.Failed(Problem(response, body, account));
        }

        var read = Parse(body);
        return ToolOutput.Done(read?.ToJsonString(Plain) ?? (body.Length > 0 ? body : Headers(response)));
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Problem(HttpResponseMessage response, string body, AwsAccount account)
    {
        var status = (int)response.StatusCode;
        var read = Parse(body) as JsonObject;
        var error = read?["Errors"]?["Error"] as JsonObject ?? read?["Error"] as JsonObject ?? read;
        var header = response.Headers.TryGetValues("x-amzn-errortype", out var types) ? types.First() : null;
        var code = (Text(error, "Code") ?? Text(error, "__type") ?? Text(error, "code") ?? header ?? response.ReasonPhrase ?? "").Split('#')[^1].Split(':')[0];
        if (Refusals.Contains(code))
        {
            return $"AWS refused the credential '{account.Credential}' ({status} {code}).";
        }

        var elsewhere = response.Headers.TryGetValues("x-amz-bucket-region", out var regions) && status is >= 300 and < 400 ? $" It is in {regions.First()}, the environment is in {account.Region}." : "";
        var message = Text(error, "Message") ?? Text(error, "message") ?? (read is null ? body : "");
        return $"AWS answered {status} {code}: {OutputBounds.Cut(message, MaxMessage)}{elsewhere}";
    }

    private static string? Text(JsonObject? members, string name) => members?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    // What only asks whether something is there is answered in headers.
    private static string Headers(HttpResponseMessage response) =>
        new JsonObject(response.Headers.Concat(response.Content.Headers).Take(40).Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key, string.Join(", ", h.Value)))).ToJsonString(Plain);

    private static JsonNode? Parse(string body)
    {
        try
        {
            return body.AsSpan().TrimStart().StartsWith("<") ? AwsXml.Read(body) : body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
