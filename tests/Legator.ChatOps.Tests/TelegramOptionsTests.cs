using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Tests;

public sealed class TelegramOptionsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["CHATOPS_TELEGRAM_BOT_TOKEN"] = FakeTelegram.BotToken,
        ["CHATOPS_TELEGRAM_BINDINGS"] = "[{\"chatId\": 1}]",
        ["CHATOPS_TELEGRAM_API_BASE_URL"] = "http://127.0.0.1:9",
        ["CHATOPS_TELEGRAM_API_TOKEN"] = "token-of-the-chat-bot-0002",
        ["CHATOPS_TELEGRAM_SERVER_URL"] = "http://127.0.0.1:9",
    };

    [Fact]
    public async Task Start_WithoutBotToken_IsOffAndSaysSo()
    {
        await using var bot = await StartedBot.StartAsync([]);
        await Eventually.IsTrueAsync("the log says that ChatOps is off", () => bot.Logs.Lines.Any(l => l.Contains("ChatOps is off", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Start_FromVariablesAlone_Works()
    {
        await using var bot = await StartedBot.StartAsync(Good);
        await Eventually.IsTrueAsync("the bot is on", () => bot.Logs.Lines.Any(l => l.Contains("reads Telegram messages", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("BINDINGS", "", "Bindings: not set")]
    [InlineData("BINDINGS", "[]", "Bindings: the array is empty")]
    [InlineData("BINDINGS", "{", "Bindings: ")]
    [InlineData("BINDINGS", "[{\"chatId\": 0}]", "Bindings: [0].chatId is missing or 0")]
    [InlineData("BINDINGS", "[{\"chatId\": \"7\"}]", "Bindings: [0].chatId cannot be read")]
    [InlineData("BINDINGS", "[{\"chatId\": 1, \"grops\": []}]", "Bindings: [0].grops cannot be read")]
    [InlineData("BINDINGS", "[{\"chatId\": 1}, {\"chatId\": 1}]", "chatId 1 is bound 2 times")]
    [InlineData("BOT_TOKEN", "nonsense", "BotToken: this is not a bot token")]
    [InlineData("API_BASE_URL", "localhost", "ApiBaseUrl: 'localhost' is not a URL")]
    [InlineData("API_TOKEN", "", "ApiToken: not set")]
    [InlineData("POLL_INTERVAL", "often", "PollInterval: ")]
    [InlineData("LONG_POLL_TIMEOUT", "2m", "LongPollTimeout: '2m' is outside")]
    public async Task Start_WithAMistake_NamesTheKeyAndTheFix(string variable, string value, string expected)
    {
        var settings = new Dictionary<string, string?>(Good) { [$"CHATOPS_TELEGRAM_{variable}"] = value };
        var error = await Should.ThrowAsync<OptionsValidationException>(() => StartedBot.StartAsync(settings));
        error.Message.ShouldContain(expected);
        error.Message.ShouldContain("ChatOps:Telegram:");
    }
}
