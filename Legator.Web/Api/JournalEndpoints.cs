using System.Globalization;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Web.Catalog;
using Legator.Web.Journals;

namespace Legator.Web.Api;

internal static class JournalEndpoints
{
    private const int DefaultPage = 1000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(ApiPaths.Runs + "/{id}/journal", GetAsync)
            .Produces<JournalPage>()
            .WithSummary("A run's journal; with follow=true a stream of server-sent events that ends with the run.");

    private static async Task<IResult> GetAsync(
        string id,
        string? @namespace,
        string? after,
        string? follow,
        HttpContext context,
        RunCatalog runs,
        JournalReader journal,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken)
    {
        var resumeAt = context.Request.Headers["Last-Event-ID"].ToString();
        var sequence = resumeAt.Length > 0 ? Number("Last-Event-ID", resumeAt) : Number("after", after);
        var run = new RunKey(string.IsNullOrEmpty(@namespace) ? await runs.NamespaceOfAsync(id, cancellationToken) : @namespace, id);
        if (!Flag("follow", follow))
        {
            return Answer.Json(await journal.PageAsync(run, sequence, DefaultPage, cancellationToken));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await journal.RequireAsync(run, stop.Token);
        await JournalStream.WriteAsync(context.Response, journal.FollowAsync(run, sequence, stop.Token), stop.Token);
        return Results.Empty;
    }

    private static long Number(string field, string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiException.Invalid(field, $"'{text}' is not the sequence of an event: a whole number from 0.");

    private static bool Flag(string field, string? text) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw ApiException.Invalid(field, $"'{text}' is neither true nor false."),
    };
}
