using Legator.Core.Scheduling;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Legator.ChatOps.Telegram;

/// <summary>The one way to the Bot API. Its addresses hold the bot token, so nothing that names an address leaves this class.</summary>
internal sealed class TelegramTransport(IOptions<TelegramOptions> options) : IDisposable
{
    private const int MaxMessage = 4000;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    private readonly TelegramOptions settings = options.Value;
    private readonly HttpClient http = CreateHttp(options.Value);
    private TelegramBotClient? bot;

    private TelegramBotClient Bot => bot ??= new TelegramBotClient(new TelegramBotClientOptions(settings.BotToken!.Trim(), ServerUrl()) { RetryCount = 0 }, http);

    /// <summary>Asks for messages; waits as long as the settings say when there are none.</summary>
    /// <exception cref="TelegramException">Telegram cannot be reached or refuses.</exception>
    public Task<Update[]> ReceiveAsync(int? offset, CancellationToken cancellationToken) =>
        GuardAsync(() => Bot.GetUpdates(offset, timeout: (int)GoDuration.Parse(settings.LongPollTimeout).TotalSeconds, allowedUpdates: [UpdateType.Message], cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Sends plain text, so that nothing in it is read as markup, and without previews, so that no address in it is fetched.</summary>
    /// <exception cref="TelegramException">Telegram cannot be reached or refuses.</exception>
    public Task SendAsync(long chatId, string text, CancellationToken cancellationToken) =>
        GuardAsync(
            () => Bot.SendMessage(
                chatId,
                text.Length <= MaxMessage ? text : text[..MaxMessage] + "…",
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: cancellationToken),
            cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw TelegramException.From(e, settings.BotToken!);
        }
    }

    private string? ServerUrl() => string.IsNullOrWhiteSpace(settings.ServerUrl) ? null : settings.ServerUrl.TrimEnd('/');

    private static HttpClient CreateHttp(TelegramOptions options)
    {
        // Without a propagator the client makes no spans: a span would carry the address, and with it the token, to the collector.
        var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        return new HttpClient(handler)
        {
            Timeout = (GoDuration.TryParse(options.LongPollTimeout, out var wait, out _) ? wait : TimeSpan.FromSeconds(25)) + Slack,
        };
    }
}
