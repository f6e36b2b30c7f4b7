using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Cli.Tests.Notifications;

/// <summary>The real executable against a started API with messages in its outbox.</summary>
public sealed class NotificationsCommandTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    private INotificationOutbox Outbox => web.Get<INotificationOutbox>();

    [Fact]
    public async Task List_NoMessages_SaysSo() =>
        (await web.LegatorAsync("notifications", "list", "--agent", "nobody")).Out.ShouldBe("No messages.\n");

    [Fact]
    public async Task List_Messages_ShowsWhatBecameOfThem()
    {
        await PutAsync("listed", "lister");
        await Outbox.FailedAsync("listed", "the receiver answers 503", null, channelRests: false, default);
        var run = await web.LegatorAsync("notifications", "list", "--agent", "lister", "--state", "dead");
        run.Lines[1].ShouldMatch("^listed +dead +lister +home/oncall +action-refused +0 +it was refused +the receiver answers 503$", run.Out + run.Error);
        var json = JsonNode.Parse((await web.LegatorAsync("notifications", "list", "--agent", "lister", "-o", "json")).Out)!["notifications"]![0]!;
        ((string?)json["state"], (bool)json["awaitsAnswer"]!).ShouldBe(("dead", true));
        (await web.LegatorAsync("notifications", "list", "--state", "lost")).Error.ShouldContain("state: 'lost' is none of waiting, held, summarised, delivered, dead.");
    }

    [Fact]
    public async Task Retry_OfWhatWasGivenUp_HasItTriedAgain()
    {
        await PutAsync("dead", "retrier");
        (await web.LegatorAsync("notifications", "retry", "dead")).Error.ShouldContain("Only a message that was given up");
        await Outbox.FailedAsync("dead", "gone", null, channelRests: false, default);
        var run = await web.LegatorAsync("notifications", "retry", "dead");
        (run.ExitCode, run.Out).ShouldBe((0, "dead retrying by operator.\n"), run.Error);
        (await Outbox.FindAsync("dead", default))!.State.ShouldBe(OutboxState.Waiting);
        (await web.LegatorAsync("notifications", "retry", "no-such")).Error.ShouldContain("There is no message 'no-such'.");
    }

    [Fact]
    public async Task Answer_OfAnEscalation_IsRecordedForTheWholeEvent()
    {
        await PutAsync("escalated", "answerer");
        var run = await web.LegatorAsync("notifications", "answer", "event-escalated");
        (run.ExitCode, run.Out).ShouldBe((0, "event-escalated answered by operator.\n"), run.Error);
        (await Outbox.FindAsync("escalated", default))!.AnsweredBy.ShouldBe("operator");
    }

    [Theory]
    [InlineData("{\"action\":\"forget\"}", "action: write retry or answer.")]
    [InlineData("{", "body: write JSON")]
    [InlineData("null", "action: write retry or answer.")]
    public async Task Api_RequestThatCannotBe_IsRefused(string body, string told)
    {
        await PutAsync("asked-wrongly", "asker");
        using var client = web.Client();
        var answer = await client.PostAsync("/api/v1/notifications/asked-wrongly", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(told);
    }

    [Fact]
    public async Task Api_CallerWhoMayNotDecide_MayNotAnswer()
    {
        await PutAsync("not-theirs", "asker");
        using var client = web.Client(StartedWeb.ChatToken);
        var answer = await client.PostAsJsonAsync("/api/v1/notifications/not-theirs", new { action = "answer" }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Outbox.FindAsync("not-theirs", default))!.AnsweredBy.ShouldBeNull();
    }

    private Task PutAsync(string id, string agent) => Outbox.EnqueueAsync("*", 1, [new Notification
    {
        Id = id,
        Event = $"event-{id}",
        Kind = NotificationKind.ActionRefused,
        Severity = Severity.Warning,
        Namespace = web.Namespace,
        Agent = agent,
        Run = "a-run",
        Environment = "home",
        Channel = "oncall",
        Time = DateTimeOffset.UnixEpoch,
        Title = "it was refused",
        Clock = new EscalationClock(60, EscalationTimeoutAction.Cancel),
    }], new OutboxLimit(0, TimeSpan.Zero), default);
}
