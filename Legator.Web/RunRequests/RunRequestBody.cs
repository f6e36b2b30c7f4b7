using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Api;

namespace Legator.Web.RunRequests;

/// <summary>Reads the body of a run request; it may be empty.</summary>
internal static class RunRequestBody
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static async Task<RunRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.Length == 0 ? new RunRequest() : Check(Parse(body.ToArray()));
    }

    /// <summary>Checks a request and trims it; what is empty counts as not given.</summary>
    /// <exception cref="ApiException">A field is too long or holds what it must not.</exception>
    public static RunRequest Check(RunRequest request) => new(
        Field("task", request.Task, ApiLimits.MaxTask, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'), "a control character"),
        Field("target", request.Target, ApiLimits.MaxTarget, char.IsControl, "a control character or line break"));

    private static RunRequest Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRequest>(body, Strict)
                ?? throw ApiException.Invalid("body", "null is not a run request. Send {} or an object with 'task' and 'target'.");
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : "body";
            throw ApiException.Invalid(field, "only 'task' and 'target' are understood, both text, as a JSON object. Everything else is set in the agent's spec.");
        }
    }

    private static string? Field(string name, string? value, int limit, Func<char, bool> forbidden, string what)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > limit)
        {
            throw ApiException.Invalid(name, $"{text.Length} characters are too many; write at most {limit}.");
        }

        return text.Any(forbidden) ? throw ApiException.Invalid(name, $"it holds {what}.") : text;
    }
}
