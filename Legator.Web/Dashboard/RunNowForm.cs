using Legator.Core.Api;
using Legator.Web.RunRequests;
using Legator.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Legator.Web.Dashboard;

/// <summary>What the Run now button posts to.</summary>
internal static class RunNowForm
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/agents/{place}/{name}/run", PostAsync).RequireAuthorization(Schemes.Browse).ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        string place,
        string name,
        HttpContext context,
        RunRequester requester,
        IAntiforgery antiforgery,
        CancellationToken cancellationToken)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var request = RunRequestBody.Check(new RunRequest(form["task"], form["target"]));
        var accepted = await requester.RequestAsync(place, name, request, context.User, cancellationToken);
        return Results.LocalRedirect(Links.Run(accepted.Namespace, accepted.Run));
    }
}
