using Legator.Core.Api;
using Legator.Web.Notifications;
using Legator.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Legator.Web.Dashboard;

/// <summary>What the buttons of a message post to.</summary>
internal static class MessageForm
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/messages/{id}", PostAsync).RequireAuthorization(Schemes.Browse).ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> PostAsync(string id, HttpContext context, NotificationDesk desk, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        await desk.ActAsync(context.User, id, new NotificationRequest { Action = form["action"].ToString() }, cancellationToken);
        return Results.LocalRedirect("/messages");
    }
}
