using System.Text.Json.Nodes;

namespace Legator.Runner.Providers.Streams;

/// <summary>An error that a vendor tells of after it has begun to answer.</summary>
/// <param name="Status">The HTTP status that it would have had before.</param>
/// <param name="Body">What the vendor says.</param>
internal sealed record StreamFailure(int Status, JsonObject Body)
{
    /// <param name="body">What the vendor says.</param>
    /// <param name="kind">The vendor's kind of error; null when it names none.</param>
    /// <param name="code">The vendor's number; null when it gives none.</param>
    public static StreamFailure Of(JsonObject body, string? kind, long? code) => new(
        code is >= 400 and < 600 ? (int)code : kind switch
        {
            "overloaded_error" => 529,
            "rate_limit_error" or "rate_limit_exceeded" or "rate_limit_reached_error" => 429,
            "authentication_error" => 401,
            "invalid_request_error" or "BadRequestError" => 400,
            _ => 500,
        },
        body);
}
