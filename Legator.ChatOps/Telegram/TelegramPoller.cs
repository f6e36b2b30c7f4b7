using Legator.ChatOps.Commands;
using Legator.Core.Health;
using Legator.Core.Scheduling;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Telegram;

/// <summary>Asks Telegram for messages, hands commands to the router and sends the answers, one after another.</summary>
internal sealed partial class TelegramPoller(
    IOptions<TelegramOptions> options,
    TelegramTransport transport,
    UpdateOffset offset,
    CommandRouter router,
    ILoopHeartbeats heartbeats,
    TimeProvider clock,
    ILogger<TelegramPoller> logger) : BackgroundService
{
    private const int MostDoublings = 5;
    private static readonly TimeSpan BeatLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            Log.Off(logger);
            return;
        }

        var pause = GoDuration.Parse(options.Value.PollInterval);
        using var heartbeat = heartbeats.Register("telegram", BeatLimit);
        var failures = 0;
        Log.On(logger);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = pause;
            try
            {
                await PollAsync(stoppingToken);
                heartbeat.Beat();
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (TelegramException e)
            {
                failures++;
                Log.PollFailed(logger, e.Message, e.Code);
                heartbeat.Fault(e.Message);
                wait = e.RetryAfter ?? Min(LongestPause, pause * Math.Pow(2, Math.Min(failures, MostDoublings)));
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        foreach (var update in await transport.ReceiveAsync(offset.Next, cancellationToken))
        {
            offset.Advance(update.Id);
            if (update.Message is { Text: { } text, Chat.Id: var chatId })
            {
                await AnswerAsync(chatId, text, cancellationToken);
            }
        }
    }

    private async Task AnswerAsync(long chatId, string text, CancellationToken cancellationToken)
    {
        try
        {
            if (await router.AnswerAsync(chatId, text, cancellationToken) is { } answer)
            {
                await transport.SendAsync(chatId, answer, cancellationToken);
            }
        }
        catch (TelegramException e)
        {
            Log.AnswerFailed(logger, chatId, e.Message);
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static partial class Log
    {
        [LoggerMessage(8010, LogLevel.Information, "ChatOps is off: ChatOps:Telegram:BotToken is not set")]
        public static partial void Off(ILogger logger);

        [LoggerMessage(8011, LogLevel.Information, "ChatOps reads Telegram messages")]
        public static partial void On(ILogger logger);

        [LoggerMessage(8012, LogLevel.Warning, "Telegram was not read, trying again: {Problem} ({Code})")]
        public static partial void PollFailed(ILogger logger, string problem, int code);

        [LoggerMessage(8013, LogLevel.Warning, "An answer to chat {ChatId} was not sent: {Problem}")]
        public static partial void AnswerFailed(ILogger logger, long chatId, string problem);
    }
}
