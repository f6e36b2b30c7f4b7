using Legator.Core.Resources.Runs;

namespace Legator.ChatOps.Tests;

/// <summary>The bot between a Bot API on the wire and a started Legator API.</summary>
public sealed class TelegramTests(StartedWeb web) : IClassFixture<StartedWeb>, IAsyncLifetime
{
    private const long Bound = 7525575507;
    private FakeTelegram telegram = null!;

    public async ValueTask InitializeAsync() => telegram = await FakeTelegram.StartAsync();

    public ValueTask DisposeAsync() => telegram.DisposeAsync();

    [Fact]
    public async Task Status_FromABoundChat_TellsHowThingsStand()
    {
        await using var bot = await StartedBot.StartAsync(Settings());
        telegram.Write(Bound, "/status");
        var answer = await telegram.AnswerToAsync(Bound);
        answer.ShouldStartWith("Legator Status\nState: ");
        answer.ShouldContain("Agents: ");
        answer.ShouldContain("Recent runs:");
    }

    [Fact]
    public async Task Run_Named_TellsHowItWent()
    {
        await web.Samples.RunAsync("asked-for", status: new LegatorRunStatus { Phase = RunPhase.Blocked, Message = "Everything was refused.", Report = "I could not help." });
        await using var bot = await StartedBot.StartAsync(Settings());
        telegram.Write(Bound, "/RUN@legator_bot asked-for");
        var answer = await telegram.AnswerToAsync(Bound);
        answer.ShouldStartWith("Run asked-for\nAgent: watchman\nPhase: Blocked\n");
        answer.ShouldContain("no model was asked");
        answer.ShouldEndWith("I could not help.");
    }

    [Theory]
    [InlineData("/run", "Usage: /run <id>")]
    [InlineData("/run nobody-ran", "/run failed: There is no run 'nobody-ran' in any namespace.")]
    [InlineData("/nonsense", "Unknown command. /help lists what there is.")]
    public async Task Command_Wrong_SaysHow(string text, string expected)
    {
        await using var bot = await StartedBot.StartAsync(Settings());
        telegram.Write(Bound, text);
        (await telegram.AnswerToAsync(Bound)).ShouldBe(expected);
    }

    [Fact]
    public async Task Command_FromAnUnboundChat_IsRefusedWithoutAskingTheApi()
    {
        await using var bot = await StartedBot.StartAsync(Settings(("ApiBaseUrl", "http://127.0.0.1:9")));
        telegram.Write(42, "/status");
        (await telegram.AnswerToAsync(42)).ShouldContain("not authorised");
    }

    [Fact]
    public async Task Command_ApiDown_SaysSo()
    {
        await using var bot = await StartedBot.StartAsync(Settings(("ApiBaseUrl", "http://127.0.0.1:9")));
        telegram.Write(Bound, "/status");
        (await telegram.AnswerToAsync(Bound)).ShouldBe("/status failed: the Legator API cannot be reached now.");
    }

    [Fact]
    public async Task Restart_MessagesAlreadyAnswered_AreNotAnsweredAgain()
    {
        using var folder = new TemporaryDirectory();
        var state = folder.File("state");
        await using (await StartedBot.StartAsync(Settings(("StateFile", state))))
        {
            telegram.Write(Bound, "/help");
            await telegram.AnswerToAsync(Bound);
        }

        await using var bot = await StartedBot.StartAsync(Settings(("StateFile", state)));
        telegram.Write(Bound, "/help again");
        await telegram.AnswerToAsync(Bound, number: 2);

        telegram.Sent.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Logs_WhateverTelegramDoes_NeverHoldTheToken(int refusal)
    {
        telegram.Refusal = refusal;
        await using var bot = await StartedBot.StartAsync(Settings());
        await Eventually.IsTrueAsync("a failed poll is logged", () => bot.Logs.Lines.Any(l => l.Contains("Telegram was not read", StringComparison.Ordinal)));
        await telegram.DisposeAsync();
        await Eventually.IsTrueAsync("a broken connection is logged", () => bot.Logs.Lines.Any(l => l.Contains("(0)", StringComparison.Ordinal)));

        var secret = FakeTelegram.BotToken.Split(':')[1];
        bot.Logs.Lines.Where(l => l.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["BotToken"] = FakeTelegram.BotToken,
            ["Bindings"] = "[{\"chatId\": 7525575507, \"email\": \"oncall@example.com\", \"name\": \"On call\", \"groups\": [\"legator-operator\"]}]",
            ["ApiBaseUrl"] = web.Url.ToString(),
            ["ApiToken"] = StartedWeb.ChatToken,
            ["ServerUrl"] = telegram.Url,
            ["PollInterval"] = "20ms",
            ["LongPollTimeout"] = "0s",
        };
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return settings.ToDictionary(s => $"ChatOps:Telegram:{s.Key}", s => s.Value);
    }
}
