using Legator.Core.Api;
using Legator.Web.Audit;

namespace Legator.Web.Api;

internal static class AuditEndpoints
{
    private const string Lines = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.AuditKey, async (AuditDesk desk, CancellationToken cancellationToken) => Answer.Json(await desk.KeyAsync(cancellationToken)))
            .Produces<AuditKeyReport>().WithSummary("The public keys that checkpoints are signed with, and the newest one.");
        api.MapGet(ApiPaths.AuditVerification, VerifyAsync)
            .Produces<AuditProgress>(contentType: Lines).WithSummary("Checks the whole journal: a line of JSON now and then, and last the report.");
        api.MapGet(ApiPaths.AuditBundle, ExportAsync)
            .WithSummary("The whole journal with its checkpoints as JSON Lines, to be checked elsewhere with the public key alone.");
    }

    private static async Task<IResult> VerifyAsync(HttpContext context, AuditDesk desk, CancellationToken cancellationToken)
    {
        var key = await desk.KeyAsync(cancellationToken);
        context.Response.ContentType = Lines;
        await desk.VerifyAsync(key, context.Response.Body, cancellationToken);
        return Results.Empty;
    }

    private static async Task<IResult> ExportAsync(HttpContext context, AuditDesk desk, CancellationToken cancellationToken)
    {
        var key = await desk.KeyAsync(cancellationToken);
        context.Response.ContentType = Lines;
        await desk.ExportAsync(key.Head, context.Response.BodyWriter, cancellationToken);
        return Results.Empty;
    }
}
