using System.Text.RegularExpressions;
using Legator.Core.Scheduling;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Telegram;

/// <summary>Finds every mistake at once and names the key and the fix. Tokens are never repeated.</summary>
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var problems = options.IsOn ? Problems(options).ToList() : [];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TelegramOptions options) =>
    [
        .. Token(options),
        .. ChatBindings.Parse(options.Bindings).Problems.Select(p => Key("Bindings", p)),
        .. Url("ApiBaseUrl", options.ApiBaseUrl, required: true),
        .. Url("ServerUrl", options.ServerUrl, required: false),
        .. Credential(options),
        .. Duration("PollInterval", options.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(5)),
        .. Duration("LongPollTimeout", options.LongPollTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(50)),
    ];

    private static IEnumerable<string> Token(TelegramOptions options)
    {
        if (!BotTokenShape().IsMatch(options.BotToken!.Trim()))
        {
            yield return Key("BotToken", "this is not a bot token. Copy the one that BotFather gave: digits, a colon and a secret.");
        }
    }

    private static IEnumerable<string> Credential(TelegramOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiToken) && string.IsNullOrWhiteSpace(options.ApiTokenFile))
        {
            yield return Key("ApiToken", "not set: give the bot a token of its own for the Legator API (there it is Web:Tokens:chatops), here or in ApiTokenFile.");
        }
        else if (string.IsNullOrWhiteSpace(options.ApiToken) && !File.Exists(options.ApiTokenFile))
        {
            yield return Key("ApiTokenFile", $"{options.ApiTokenFile} does not exist.");
        }
    }

    private static IEnumerable<string> Url(string key, string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text) ? required : !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return Key(key, $"'{text}' is not a URL. Write it like http://127.0.0.1:8090.");
        }
    }

    private static IEnumerable<string> Duration(string key, string text, TimeSpan least, TimeSpan most)
    {
        if (!GoDuration.TryParse(text, out var value, out var error))
        {
            yield return Key(key, error);
        }
        else if (value < least || value > most)
        {
            yield return Key(key, $"'{text}' is outside {GoDuration.Format(least)} to {GoDuration.Format(most)}.");
        }
    }

    private static string Key(string key, string problem) => $"{TelegramOptions.Section}:{key}: {problem}";

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]{3,}$")]
    private static partial Regex BotTokenShape();
}
