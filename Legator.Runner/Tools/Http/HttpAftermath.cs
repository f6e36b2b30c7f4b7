using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>
/// Finds out by one GET of the same URL what became of a change whose runner died. Only HTTP's own promises count: what PUT was to put is there, what DELETE was to delete is not,
/// or the entity tag that the change was bound to still stands. Everything else stays unknown.
/// </summary>
internal sealed class HttpAftermath(GuardedHttp http)
{
    /// <summary>Looks.</summary>
    /// <param name="call">The change.</param>
    /// <param name="target">Where it was sent.</param>
    /// <param name="scope">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reconciliation> LookAsync(HttpSend call, HttpTarget target, RunScope scope, CancellationToken cancellationToken)
    {
        // To look must be harmless: what the gate would not let be read is not read here either.
        var looks = ToolActions.Classify("http.get", new HttpReadArguments { Url = target.Url.AbsoluteUri }, scope);
        if (!looks.All(action => action is { Tier: RiskTier.Read, BlockedBecause: null }))
        {
            return Unknown($"{target.Url} cannot be looked at without risk.");
        }

        try
        {
            using var credential = await HttpCredential.OpenAsync(target, scope, cancellationToken);
            using var client = http.Client(target, [.. scope.Environment.Endpoints.Values], credential?.Tls);
            using var request = new HttpRequestMessage(HttpMethod.Get, target.Url);
            request.Headers.UserAgent.ParseAdd("legator/0.1");
            request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
            credential?.AddTo(request.Headers);
            using var response = await client.SendAsync(request, cancellationToken);
            return await JudgeAsync(call, target, response, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or CredentialException or ToolInputException)
        {
            return Unknown($"{target.Url} could not be looked at: {exception.Message}");
        }
    }

    private static async Task<Reconciliation> JudgeAsync(HttpSend call, HttpTarget target, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return call.Method == HttpMethod.Delete ? new(InterruptedOutcome.Executed, $"{target.Url} is not there any more.")
                : call.Method == HttpMethod.Put ? new(InterruptedOutcome.NotExecuted, $"{target.Url} is not there; you may ask again.")
                : Unknown($"{target.Url} is not there.");
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return Unknown($"{target.Url} answers {(int)response.StatusCode}.");
        }

        if (response.Headers.ETag is { IsWeak: false } tag && BoundTo(call) == tag.Tag)
        {
            return new(InterruptedOutcome.NotExecuted, $"{target.Url} still is the version {tag.Tag} that the change was bound to; you may ask again.");
        }

        return call.Method == HttpMethod.Put && call.Body is { } sent && await BoundedBody.ReadAsync(response, cancellationToken) is { } stored && IsSame(sent, stored)
            ? new(InterruptedOutcome.Executed, $"{target.Url} holds what was to be put there.")
            : Unknown($"{target.Url} is there, and does not show whether the {call.Method} took effect.");
    }

    /// <summary>The one strong entity tag of <c>If-Match</c>; null where there is none.</summary>
    private static string? BoundTo(HttpSend call) =>
        call.Headers.Sent.TryGetValue("If-Match", out var value) && EntityTagHeaderValue.TryParse(value, out var tag) && !tag.IsWeak && tag.Tag != "*" ? tag.Tag : null;

    private static bool IsSame(string sent, string stored)
    {
        if (sent == stored)
        {
            return true;
        }

        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(stored));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Reconciliation Unknown(string message) => new(InterruptedOutcome.Unknown, message);
}
