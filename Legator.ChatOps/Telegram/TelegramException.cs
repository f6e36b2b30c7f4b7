using Telegram.Bot.Exceptions;

namespace Legator.ChatOps.Telegram;

/// <summary>Telegram could not be reached or refused. It carries no inner exception, because those may name addresses that hold the token.</summary>
internal sealed class TelegramException(string message, int code, TimeSpan? retryAfter) : Exception(message)
{
    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static TelegramException From(Exception cause, string botToken)
    {
        var (text, code, wait) = cause switch
        {
            ApiRequestException { ErrorCode: 401 or 404 } e => ("Telegram refuses the bot token: check ChatOps:Telegram:BotToken", e.ErrorCode, (int?)null),
            ApiRequestException { ErrorCode: 409 } e => ("Another program reads this bot's messages, or a webhook is set: stop the one or delete the other", e.ErrorCode, null),
            ApiRequestException e => (e.Message, e.ErrorCode, e.Parameters?.RetryAfter),
            _ => ((cause.InnerException ?? cause).Message, 0, null),
        };
        return new TelegramException(Redact(text, botToken.Trim()), code, wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static string Redact(string text, string botToken)
    {
        var secret = botToken.Split(':')[^1];
        return text.Replace(botToken, "***", StringComparison.Ordinal).Replace(secret, "***", StringComparison.Ordinal);
    }
}
