using Legator.Core.Api;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Dashboard.Pages;
using Legator.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

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
        try
        {
            var answer = await decider.DecideAsync(context.User, place, name, decision, cancellationToken);
            return Results.LocalRedirect(Links.Run(answer.Namespace, answer.Run));
        }
        catch (ApiException refused) when (refused.Reason == ApprovalDecider.ConfirmationRequired)
        {
            return Again(place, name, decision);
        }
    }

    /// <summary>The same page with what was written, so that it can be put right where it was put wrong.</summary>
    private static RazorComponentResult<ApprovalPage> Again(string place, string name, ApprovalDecisionRequest decision) => new(new Dictionary<string, object?>
    {
        [nameof(ApprovalPage.Place)] = place,
        [nameof(ApprovalPage.Name)] = name,
        [nameof(ApprovalPage.Problem)] = string.IsNullOrWhiteSpace(decision.TypedConfirmation)
            ? "To approve it, the text beside the field has to be typed into it."
            : "What you typed is not the text for this call and for you. Read once more what would be done, and type the text beside the field.",
        [nameof(ApprovalPage.Reason)] = decision.Reason,
    })
    {
        StatusCode = StatusCodes.Status400BadRequest,
    };
}
