namespace Legator.ChatOps.Telegram;

/// <summary>The Telegram bot; configuration section <c>ChatOps:Telegram</c>. Every key can also be set by a variable, e.g. <c>CHATOPS_TELEGRAM_BOT_TOKEN</c>.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "ChatOps:Telegram";

    /// <summary>Token of the bot, from BotFather. Without it the bot is off.</summary>
    public string? BotToken { get; set; }

    /// <summary>JSON array that says which chat acts as whom.</summary>
    public string? Bindings { get; set; }

    /// <summary>URL of the Legator API.</summary>
    public string? ApiBaseUrl { get; set; }

    /// <summary>The bot's own token for the Legator API. Either this or <see cref="ApiTokenFile"/>.</summary>
    public string? ApiToken { get; set; }

    /// <summary>Path of a file that holds the bot's token for the Legator API.</summary>
    public string? ApiTokenFile { get; set; }

    /// <summary>Pause between two questions to Telegram, as a Go duration. Default 2s.</summary>
    public string PollInterval { get; set; } = "2s";

    /// <summary>How long Telegram holds a question open, as a Go duration from 0s to 50s. Default 25s.</summary>
    public string LongPollTimeout { get; set; } = "25s";

    /// <summary>File that remembers the last message read, so that a restart answers none twice. Without it Telegram's own memory is all there is.</summary>
    public string? StateFile { get; set; }

    /// <summary>URL of a Bot API server of one's own. Default: Telegram's.</summary>
    public string? ServerUrl { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(BotToken);
}
