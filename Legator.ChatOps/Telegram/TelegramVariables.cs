namespace Legator.ChatOps.Telegram;

/// <summary>The variables of earlier versions; the section wins where both are set.</summary>
internal static class TelegramVariables
{
    private const string Prefix = "CHATOPS_TELEGRAM_";

    public static void Apply(TelegramOptions options, IConfiguration configuration)
    {
        string? Variable(string name, string? current, string? unset = null) =>
            current == unset && configuration[Prefix + name] is { Length: > 0 } value ? value : current;

        var defaults = new TelegramOptions();
        options.BotToken = Variable("BOT_TOKEN", options.BotToken);
        options.Bindings = Variable("BINDINGS", options.Bindings);
        options.ApiBaseUrl = Variable("API_BASE_URL", options.ApiBaseUrl);
        options.ApiToken = Variable("API_TOKEN", options.ApiToken);
        options.ApiTokenFile = Variable("API_TOKEN_FILE", options.ApiTokenFile);
        options.PollInterval = Variable("POLL_INTERVAL", options.PollInterval, defaults.PollInterval)!;
        options.LongPollTimeout = Variable("LONG_POLL_TIMEOUT", options.LongPollTimeout, defaults.LongPollTimeout)!;
        options.StateFile = Variable("STATE_FILE", options.StateFile);
        options.ServerUrl = Variable("SERVER_URL", options.ServerUrl);
    }
}
