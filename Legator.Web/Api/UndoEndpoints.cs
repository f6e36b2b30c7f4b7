using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Rollbacks;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

internal static class UndoEndpoints
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Runs + "/{id}/undo", ShowAsync).Produces<UndoView>().WithSummary("How a run's changes would be taken back.");
        api.MapPost(ApiPaths.Runs + "/{id}/undo", RequestAsync)
            .RequireAuthorization(Schemes.Act)
            .Accepts<UndoBody>(isOptional: true, "application/json", "application/x-www-form-urlencoded", "text/plain")
            .Produces<RunAccepted>(StatusCodes.Status202Accepted)
            .WithSummary("Asks the run's agent to take its changes back, in a run of its own.");
    }

    private static async Task<IResult> ShowAsync(string id, string? @namespace, string? actions, string? dryRun, UndoDesk desk, CancellationToken cancellationToken) => Answer.Json(
        Given(dryRun) is { } looked
            ? await desk.ShowAsync(Given(@namespace), id, Numbers(actions), looked, cancellationToken)
            : await desk.ShowAsync(Given(@namespace), id, Numbers(actions), cancellationToken));

    private static async Task<IResult> RequestAsync(string id, string? @namespace, HttpContext context, UndoDesk desk, CancellationToken cancellationToken)
    {
        var accepted = await desk.RequestAsync(Given(@namespace), id, await ReadAsync(context.Request, cancellationToken), context.User, cancellationToken);
        context.Response.Headers.Location = $"{ApiPaths.Run(accepted.Run)}?namespace={Uri.EscapeDataString(accepted.Namespace)}";
        return Answer.Json(accepted, StatusCodes.Status202Accepted);
    }

    private static async Task<UndoBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        try
        {
            return body.Length == 0 ? new UndoBody() : JsonSerializer.Deserialize<UndoBody>(body.ToArray(), Strict) ?? new UndoBody();
        }
        catch (JsonException e)
        {
            throw ApiException.Invalid(e.Path is { Length: > 2 } path ? path[2..] : "body", "only 'actions' (a list of numbers), 'again' and 'dryRun' (true or false) are understood, as a JSON object.");
        }
    }

    private static List<int> Numbers(string? text)
    {
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            numbers.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw ApiException.Invalid("actions", $"'{part}' is not the number of an action: write e.g. actions=3,5."));
        }

        return numbers;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
