using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Catalog;
using Legator.Web.Notifications;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class NotificationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Notifications, ListAsync).Produces<NotificationList>().WithSummary("Messages to people, newest first, and what became of them.");
        api.MapPost(ApiPaths.Notifications + "/{id}", ActAsync)
            .RequireAuthorization(Schemes.Act)
            .Accepts<NotificationRequest>("application/json")
            .Produces<NotificationAnswer>()
            .WithSummary("Has a message tried again, or answers an escalation.");
    }

    private static async Task<IResult> ListAsync(string? @namespace, string? agent, string? state, string? limit, NotificationDesk desk, CancellationToken cancellationToken) =>
        Answer.Json(await desk.ListAsync(ListRequest.Parse(@namespace, limit, null), agent, state, cancellationToken));

    private static async Task<IResult> ActAsync(string id, HttpContext context, NotificationDesk desk, CancellationToken cancellationToken) =>
        Answer.Json(await desk.ActAsync(context.User, id, await ReadAsync(context.Request, cancellationToken), cancellationToken));

    private static async Task<NotificationRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<NotificationRequest>(request.Body, LegatorJson.Options, cancellationToken) ?? new NotificationRequest();
        }
        catch (JsonException)
        {
            throw ApiException.Invalid("body", "write JSON, such as {\"action\":\"retry\"}.");
        }
    }
}
