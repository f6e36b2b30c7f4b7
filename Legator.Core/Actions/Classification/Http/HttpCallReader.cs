using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Reads the arguments of <c>http.*</c> strictly: each argument once, each of its kind.</summary>
internal static class HttpCallReader
{
    private const string Shape = "Write {\"method\": \"GET\", \"url\": \"https://…\", \"headers\": {…}, \"body\": \"…\"}.";

    /// <summary>Reads a call.</summary>
    /// <param name="implied">The method that the tool's name says; null when the arguments say it.</param>
    /// <param name="arguments">The arguments as the model wrote them.</param>
    /// <param name="call">The request when it could be read.</param>
    /// <returns>What is wrong otherwise; null when nothing is.</returns>
    public static string? Read(string? implied, JsonElement arguments, out HttpCall? call)
    {
        call = null;
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return Shape;
        }

        if (Fields(arguments, out var method, out var url, out var headers, out var body) is { } twice)
        {
            return $"The argument '{twice}' is there twice, or is none of this tool's: what is sent stands in url, headers and body.";
        }

        if (url.ValueKind != JsonValueKind.String)
        {
            return $"The url is missing or no text. {Shape}";
        }

        if (!HttpTarget.TryRead(url.GetString() ?? "", out var target, out var problem))
        {
            return problem;
        }

        var content = Body(body);
        var wrong = Method(implied, method, content, out var verb);
        wrong = HttpHeaderReader.Read(headers, out var sent) ?? wrong;
        call = wrong is null ? new HttpCall(verb, target, sent, content) : null;
        return wrong;
    }

    private static string? Fields(JsonElement arguments, out JsonElement method, out JsonElement url, out JsonElement headers, out JsonElement body)
    {
        method = url = headers = body = default;
        foreach (var argument in arguments.EnumerateObject())
        {
            var fresh = argument.Name.ToLowerInvariant() switch
            {
                "method" => Once(ref method, argument.Value),
                "url" => Once(ref url, argument.Value),
                "headers" => Once(ref headers, argument.Value),
                "body" => Once(ref body, argument.Value),
                "timeout" or "timeoutseconds" or "timeout_seconds" or "reason" => true,
                _ => argument.Value.ValueKind == JsonValueKind.Null,
            };
            if (!fresh)
            {
                return argument.Name;
            }
        }

        return null;
    }

    private static bool Once(ref JsonElement field, JsonElement value)
    {
        var fresh = field.ValueKind == JsonValueKind.Undefined;
        field = value;
        return fresh;
    }

    private static string? Body(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => body.GetString() is { Length: > 0 } text ? text : null,
        _ => body.GetRawText() is "{}" or "[]" ? null : body.GetRawText(),
    };

    // Without a method, a client sends GET, or POST when there is something to send.
    private static string? Method(string? implied, JsonElement method, string? body, out string verb)
    {
        verb = implied ?? (body is null ? "GET" : "POST");
        if (method.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        var text = method.ValueKind == JsonValueKind.String ? method.GetString()! : "";
        if (text.Length is 0 or > 40 || !text.All(c => char.IsAsciiLetter(c) || c is '-' or '_'))
        {
            return "The method must be one word, e.g. GET.";
        }

        verb = text.ToUpperInvariant();
        return implied is not null && implied != verb ? $"This tool sends {implied} and nothing else; leave the method out." : null;
    }
}
