using Legator.Core.Api;
using Legator.Web.Anomalies;
using Legator.Web.Catalog;

namespace Legator.Web.Api;

internal static class AnomalyEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(ApiPaths.Anomalies, ListAsync).Produces<AnomalyList>().WithSummary("Runs that were not as the agent's runs usually are, newest first.");

    private static async Task<IResult> ListAsync(string? @namespace, string? agent, string? limit, AnomalyDesk desk, CancellationToken cancellationToken) =>
        Answer.Json(await desk.ListAsync(ListRequest.Parse(@namespace, limit, null), agent, cancellationToken));
}
