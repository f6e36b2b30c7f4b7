using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Catalog;
using Legator.Web.Queues;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class QueueEndpoints
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Queue, ReportAsync).Produces<QueueReport>().WithSummary("What the run queue holds, and which entries were given up.");
        api.MapPost(ApiPaths.Queue + "/dead/{id}", ActAsync)
            .RequireAuthorization(Schemes.Act)
            .Accepts<DeadLetterRequest>("application/json", "application/x-www-form-urlencoded", "text/plain")
            .Produces<DeadLetterAnswer>()
            .WithSummary("Has an entry that was given up worked on again, or forgets it.");
    }

    private static async Task<IResult> ReportAsync(string? @namespace, string? limit, QueueDesk desk, CancellationToken cancellationToken)
    {
        var request = ListRequest.Parse(@namespace, limit, null);
        return Answer.Json(await desk.ReportAsync(request.Namespace, request.Limit, cancellationToken));
    }

    private static async Task<IResult> ActAsync(string id, HttpContext context, QueueDesk desk, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, cancellationToken);
        return Answer.Json(await desk.ActAsync(context.User, id, Read(bytes.ToArray()), cancellationToken));
    }

    private static DeadLetterRequest Read(byte[] body)
    {
        try
        {
            return (body.Length == 0 ? null : JsonSerializer.Deserialize<DeadLetterRequest>(body, Strict)) ?? new DeadLetterRequest("");
        }
        catch (JsonException e)
        {
            throw ApiException.Invalid(e.Path is { Length: > 2 } path ? path[2..] : "body", "only 'action' (requeue or drop) is understood, as a JSON object.");
        }
    }
}
