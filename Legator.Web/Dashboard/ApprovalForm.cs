using Legator.Core.Api;
using Legator.Web.Approvals;
using Legator.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Legator.Web.Dashboard;

/// <summary>What the buttons of an approval's page post to; it decides by the same way as the API.</summary>
internal static class ApprovalForm
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/approvals/{place}/{name}/decision", PostAsync).RequireAuthorization(Schemes.Browse).ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> PostAsync(string place, string name, HttpContext context, ApprovalDecider decider, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var decision = ApprovalBody.Check(new ApprovalDecisionRequest(form["decision"], form["reason"], form["confirmation"], form["digest"]));
        var answer = await decider.DecideAsync(context.User, place, name, decision, cancellationToken);
        return Results.LocalRedirect(Links.Run(answer.Namespace, answer.Run));
    }
}
