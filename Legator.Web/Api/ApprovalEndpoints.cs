using Legator.Core.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class ApprovalEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Approvals, List).Produces<ApprovalList>().WithSummary("Approvals: those that wait first, each part newest first.");
        api.MapGet(ApiPaths.Approvals + "/{id}", GetAsync).Produces<ApprovalDetail>().WithSummary("One approval with all that a decider has to see.");
        api.MapPost(ApiPaths.Approvals + "/{id}", DecideAsync)
            .RequireAuthorization(Schemes.Act)
            .Accepts<ApprovalDecisionRequest>("application/json", "application/x-www-form-urlencoded", "text/plain")
            .Produces<ApprovalAnswer>()
            .WithSummary("Decides an approval, once.");
    }

    private static IResult List(string? @namespace, string? agent, string? phase, string? limit, string? @continue, ApprovalCatalog approvals) =>
        Answer.Json(approvals.List(ApprovalFilter.Parse(agent, phase), ListRequest.Parse(@namespace, limit, @continue)));

    private static async Task<IResult> GetAsync(string id, string? @namespace, HttpContext context, ApprovalDetails approvals, CancellationToken cancellationToken) =>
        Answer.Json(await approvals.GetAsync(context.User, NullIfEmpty(@namespace), id, cancellationToken));

    private static async Task<IResult> DecideAsync(string id, string? @namespace, HttpContext context, ApprovalDecider decider, CancellationToken cancellationToken) =>
        Answer.Json(await decider.DecideAsync(context.User, NullIfEmpty(@namespace), id, await ApprovalBody.ReadAsync(context.Request, cancellationToken), cancellationToken));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
