using System.Security.Cryptography;
using Legator.Core.Api;
using Legator.Core.Triggers;
using Legator.Web.Api;

namespace Legator.Web.Webhooks;

/// <summary><c>POST /webhook/{source}</c>. Nothing is told to callers who prove nothing, not even whether anybody waits for the source.</summary>
internal static class WebhookEndpoint
{
    private const int LongestId = 512;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ApiPaths.Webhooks + "/{**source}", TakeAsync)
            .Produces<WebhookAnswer>(StatusCodes.Status202Accepted)
            .WithTags("legator")
            .WithSummary("Starts runs of the agents that wait for the source; signed, or with the trigger's own bearer token.")
            .AllowAnonymous();
        routes.Map(ApiPaths.Webhooks + "/{**source}", RefuseMethod).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> TakeAsync(HttpContext context, string? source, WebhookDoor door, WebhookDesk desk, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            throw ApiException.Invalid("source", "is missing: post to /webhook/SOURCE, as the agent's spec.schedule.triggers names it.");
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, cancellationToken);
        var proof = new WebhookProof(name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null, buffer.ToArray());
        var waiting = await door.EnterAsync(source, proof, cancellationToken);
        var id = proof.Id ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (id.Length > LongestId)
        {
            throw ApiException.Invalid("id", $"the id of the delivery has {id.Length} characters: send at most {LongestId}.");
        }

        var body = WebhookBody.Read(context.Request, proof.Body);
        return Answer.Json(await desk.TakeAsync(source, id, body, waiting, cancellationToken), StatusCodes.Status202Accepted);
    }

    private static IResult RefuseMethod(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
