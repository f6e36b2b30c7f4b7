using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Operator.Control;
using Legator.Operator.Notifications.Rules;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

/// <summary>What the clock does to messages: tells of what was held back, does what spec.guardrails.escalation.onTimeout says where nobody answered, and forgets what is long over.</summary>
internal sealed partial class NotificationUpkeep(
    INotificationOutbox outbox,
    Composer composer,
    DeliveryNews news,
    OutboxBell bell,
    IOptions<OperatorOptions> operatorOptions,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<NotificationUpkeep> logger) : IOperatorLoop
{
    private const int MostOverdue = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);
    private DateTimeOffset _forgotten;

    public string Name => "notification upkeep";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (OutboxUnavailableException exception)
            {
                Log.NotNow(logger, exception);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var held in await outbox.HeldAsync(time.GetUtcNow() - options.Value.SummaryAfter, cancellationToken))
        {
            if (operatorOptions.Value.Includes(held.Messages[0].Namespace))
            {
                await outbox.SummariseAsync(composer.Summary(held.Messages), [.. held.Messages.Select(message => message.Id)], cancellationToken);
                bell.Ring();
            }
        }

        foreach (var overdue in await outbox.OverdueAsync(MostOverdue, cancellationToken))
        {
            if (operatorOptions.Value.Includes(overdue.Namespace))
            {
                await LapseAsync(overdue, cancellationToken);
            }
        }

        if (time.GetUtcNow() - _forgotten >= ForgetEvery)
        {
            await outbox.ForgetAsync(time.GetUtcNow() - options.Value.Retention, cancellationToken);
            _forgotten = time.GetUtcNow();
        }
    }

    private async Task LapseAsync(Notification overdue, CancellationToken cancellationToken)
    {
        var clock = overdue.Clock!;
        await outbox.LapseAsync(overdue.Id, clock.IsRepeated ? Composer.Again(overdue) : null, cancellationToken);
        bell.Ring();
        news.Unanswered(overdue, clock switch
        {
            { IsRepeated: true } => "it is told again.",
            { OnTimeout: EscalationTimeoutAction.Proceed } => "the run went on without the action, as onTimeout says.",
            { OnTimeout: EscalationTimeoutAction.Retry } => $"it was told {EscalationClock.MostRounds} times; the action stays refused.",
            _ => "the action is given up, as onTimeout says.",
        });
    }

    private static partial class Log
    {
        [LoggerMessage(5821, LogLevel.Warning, "Notifications: the outbox gives no answer now")]
        public static partial void NotNow(ILogger logger, Exception exception);
    }
}
