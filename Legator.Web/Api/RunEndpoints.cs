using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Web.Catalog;

namespace Legator.Web.Api;

internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Runs, ListAsync).Produces<RunList>().WithSummary("Runs, newest first.");
        api.MapGet(ApiPaths.Runs + "/{id}", GetAsync).Produces<LegatorRun>().WithSummary("One run: the LegatorRun as it is stored.");
    }

    private static async Task<IResult> ListAsync(string? @namespace, string? agent, string? phase, string? limit, string? @continue, RunCatalog runs, CancellationToken cancellationToken) =>
        Answer.Json(await runs.ListAsync(RunFilter.Parse(agent, phase), ListRequest.Parse(@namespace, limit, @continue), cancellationToken));

    private static async Task<IResult> GetAsync(string id, string? @namespace, RunCatalog runs, CancellationToken cancellationToken) =>
        Answer.Json(await runs.GetAsync(string.IsNullOrEmpty(@namespace) ? null : @namespace, id, cancellationToken));
}
