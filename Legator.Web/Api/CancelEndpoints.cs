using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Cancels;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class CancelEndpoints
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(IEndpointRouteBuilder api) => api.MapPost(ApiPaths.Runs + "/{id}/cancel", RequestAsync)
        .RequireAuthorization(Schemes.Act)
        .Accepts<CancelBody>(isOptional: true, "application/json", "application/x-www-form-urlencoded", "text/plain")
        .Produces<CancelAccepted>(StatusCodes.Status202Accepted)
        .WithSummary("Asks for the end of a run; it ends after its present step.");

    private static async Task<IResult> RequestAsync(string id, string? @namespace, HttpContext context, RunCanceller canceller, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(context.Request, cancellationToken);
        return Answer.Json(await canceller.RequestAsync(string.IsNullOrEmpty(@namespace) ? null : @namespace, id, body, context.User, cancellationToken), StatusCodes.Status202Accepted);
    }

    private static async Task<CancelBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        try
        {
            var body = bytes.Length == 0 ? new CancelBody() : JsonSerializer.Deserialize<CancelBody>(bytes.ToArray(), Strict) ?? new CancelBody();
            return body.Reason is { Length: > ApiLimits.MaxTarget }
                ? throw ApiException.Invalid("reason", $"{body.Reason.Length} characters are too many; write at most {ApiLimits.MaxTarget}.")
                : body with { Reason = body.Reason?.Trim() };
        }
        catch (JsonException e)
        {
            throw ApiException.Invalid(e.Path is { Length: > 2 } path ? path[2..] : "body", "only 'reason' (text) is understood, as a JSON object.");
        }
    }
}
