using System.Net;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Dashboard;

public sealed class MessagesPageTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    private INotificationOutbox Outbox => web.Get<INotificationOutbox>();

    [Fact]
    public async Task MessageThatWasGivenUp_ShowsWhy_AndIsTriedAgain()
    {
        await PutAsync(Message("given-up", "the web <b>is</b> down"));
        await Outbox.FailedAsync("given-up", "The receiver answered 410.", null, channelRests: false, CancellationToken.None);
        using var browser = await Browser.SignedInAsync(web);
        var page = await browser.PageAsync($"/messages?namespace={web.Namespace}&state=dead");
        string[] shown = ["the web &lt;b&gt;is&lt;/b&gt; down", "The receiver answered 410.", "pill bad", "audit", "Try again"];
        shown.ShouldAllBe(text => page.Contains(text, StringComparison.Ordinal), page);

        using var answer = await browser.PostAsync("/messages", "/messages/given-up", ("action", "retry"));
        answer.Headers.Location!.ToString().ShouldBe("/messages");
        (await Outbox.FindAsync("given-up", CancellationToken.None))!.State.ShouldBe(OutboxState.Waiting);
        using var again = await browser.PostAsync("/messages", "/messages/given-up", ("action", "retry"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Escalation_IsAnsweredByAButton()
    {
        await PutAsync(Message("refused", "nginx was not restarted") with { Clock = new EscalationClock(300, EscalationTimeoutAction.Cancel) });
        using var browser = await Browser.SignedInAsync(web);
        (await browser.PageAsync($"/messages?namespace={web.Namespace}&agent=web")).ShouldContain("I look after it");
        using var answer = await browser.PostAsync("/messages", "/messages/refused", ("action", "answer"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.PageAsync("/messages")).ShouldContain("operator looks after it");
    }

    [Fact]
    public async Task StateThatIsNone_IsRefused()
    {
        using var browser = await Browser.SignedInAsync(web);
        using var answer = await browser.GetAsync("/messages?state=lost");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task PutAsync(Notification message) => Outbox.EnqueueAsync("test", 1, [message], new OutboxLimit(0, TimeSpan.Zero), CancellationToken.None);

    private Notification Message(string id, string title) => new()
    {
        Id = id,
        Event = $"event-of-{id}",
        Kind = NotificationKind.ActionRefused,
        Severity = Severity.Warning,
        Namespace = web.Namespace,
        Agent = "web",
        Environment = "shop",
        Channel = "audit",
        Time = DateTimeOffset.UnixEpoch,
        Title = title,
    };
}
