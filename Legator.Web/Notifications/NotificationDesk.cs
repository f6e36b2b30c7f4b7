using System.Security.Claims;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Notifications;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;

namespace Legator.Web.Notifications;

/// <summary>Shows messages to people and takes what they want of them.</summary>
internal sealed partial class NotificationDesk(INotificationOutbox outbox, Deciders deciders, ILogger<NotificationDesk> logger)
{
    private static readonly Dictionary<string, OutboxState> States = Enum.GetValues<OutboxState>().ToDictionary(Wire, state => state, StringComparer.Ordinal);

    /// <summary>What a message can be.</summary>
    public static IEnumerable<string> StateNames => States.Keys;

    public async Task<NotificationList> ListAsync(ListRequest request, string? agent, string? state, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(state) && !States.ContainsKey(state))
        {
            throw ApiException.Invalid("state", $"'{state}' is none of {string.Join(", ", States.Keys)}.");
        }

        var filter = new OutboxFilter { Namespace = request.Namespace, Agent = string.IsNullOrEmpty(agent) ? null : agent, State = string.IsNullOrEmpty(state) ? null : States[state], Limit = request.Limit };
        return new NotificationList([.. (await AskAsync(() => outbox.ListAsync(filter, cancellationToken))).Select(Item)]);
    }

    /// <exception cref="ApiException">It was not done; the message says why.</exception>
    public async Task<NotificationAnswer> ActAsync(ClaimsPrincipal caller, string id, NotificationRequest request, CancellationToken cancellationToken)
    {
        var person = Deciders.PersonOf(caller).Name;
        switch (request.Action)
        {
            case "retry":
                if (!await AskAsync(() => outbox.RetryAsync(id, cancellationToken)))
                {
                    throw await AskAsync(() => outbox.FindAsync(id, cancellationToken)) is null ? Unknown(id) : new ApiException(StatusCodes.Status409Conflict, "NotGivenUp", "Only a message that was given up (state dead) is tried again.");
                }

                Log.Acted(logger, id, "tried again", person);
                return new NotificationAnswer(id, "retrying", person);
            case "answer":
                await RequireRightAsync(caller, id, cancellationToken);
                if (!await AskAsync(() => outbox.AnswerAsync(id, person, cancellationToken)))
                {
                    throw Unknown(id, " that expects an answer");
                }

                Log.Acted(logger, id, "answered", person);
                return new NotificationAnswer(id, "answered", person);
            default:
                throw ApiException.Invalid("action", "write retry or answer.");
        }
    }

    /// <summary>Who may decide what an agent asks may also say that its refusals are looked after.</summary>
    private async Task RequireRightAsync(ClaimsPrincipal caller, string id, CancellationToken cancellationToken)
    {
        var entry = await AskAsync(() => outbox.FindAsync(id, cancellationToken));
        if (deciders.MayDecide(caller, entry?.Notification.AgentKey) is { Allowed: false } right)
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "MayNotAnswer", $"You may not answer escalations: {right.Reason}");
        }
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OutboxUnavailableException)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "OutboxUnavailable", "The outbox gives no answer now: try again in a moment.");
        }
    }

    private static ApiException Unknown(string id, string more = "") => ApiException.NotFound($"There is no message '{id}'{more}.");

    private static NotificationItem Item(OutboxEntry entry) => new()
    {
        Id = entry.Notification.Id,
        Event = entry.Notification.Event,
        Kind = Wire(entry.Notification.Kind),
        Severity = Wire(entry.Notification.Severity),
        State = Wire(entry.State),
        Namespace = entry.Notification.Namespace,
        Agent = entry.Notification.Agent,
        Run = entry.Notification.Run,
        Environment = entry.Notification.Environment,
        Channel = entry.Notification.Channel,
        Title = entry.Notification.Title,
        Time = entry.Notification.Time,
        Attempts = entry.Attempts,
        Next = entry.State == OutboxState.Waiting ? entry.Due : null,
        Problem = entry.Problem,
        AwaitsAnswer = entry.Notification.Clock is not null && entry.AnsweredBy is null,
        AnsweredBy = entry.AnsweredBy,
    };

    private static string Wire<T>(T value) => JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;

    private static partial class Log
    {
        [LoggerMessage(7080, LogLevel.Information, "Notification {Id} {What} by {Person}")]
        public static partial void Acted(ILogger logger, string id, string what, string person);
    }
}
