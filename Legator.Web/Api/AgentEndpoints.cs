using Legator.Core.Api;
using Legator.Core.Resources.Agents;
using Legator.Web.Catalog;
using Legator.Web.RunRequests;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class AgentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Agents, List).Produces<AgentList>().WithSummary("Agents by name.");
        api.MapGet(ApiPaths.Agents + "/{name}", GetAsync).Produces<LegatorAgent>().WithSummary("One agent: the LegatorAgent as it is stored.");

        // The body is JSON whatever it calls itself: 'curl -d' calls it a form.
        api.MapPost(ApiPaths.Agents + "/{name}/run", RunAsync)
            .RequireAuthorization(Schemes.Act)
            .Accepts<RunRequest>(isOptional: true, "application/json", "application/x-www-form-urlencoded", "text/plain")
            .Produces<RunAccepted>(StatusCodes.Status202Accepted)
            .WithSummary("Asks for a run now.");
    }

    private static IResult List(string? @namespace, string? limit, string? @continue, AgentCatalog agents) =>
        Answer.Json(agents.List(ListRequest.Parse(@namespace, limit, @continue)));

    private static async Task<IResult> GetAsync(string name, string? @namespace, AgentCatalog agents, CancellationToken cancellationToken) =>
        Answer.Json(await agents.GetAsync(NullIfEmpty(@namespace), name, cancellationToken));

    private static async Task<IResult> RunAsync(
        string name,
        string? @namespace,
        HttpContext context,
        RunRequester requester,
        CancellationToken cancellationToken)
    {
        var request = await RunRequestBody.ReadAsync(context.Request, cancellationToken);
        var accepted = await requester.RequestAsync(NullIfEmpty(@namespace), name, request, context.User, cancellationToken);
        context.Response.Headers.Location = $"{ApiPaths.Run(accepted.Run)}?namespace={Uri.EscapeDataString(accepted.Namespace)}";
        return Answer.Json(accepted, StatusCodes.Status202Accepted);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
