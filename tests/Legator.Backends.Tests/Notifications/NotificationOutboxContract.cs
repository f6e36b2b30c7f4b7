using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Backends.Tests.Notifications;

/// <summary>What every outbox must hold, whatever it is kept in.</summary>
public abstract class NotificationOutboxContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private protected INotificationOutbox Outbox { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Outbox = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the same storage once more, as another process would.</summary>
    private protected abstract ValueTask<INotificationOutbox> OpenAsync();

    [Fact]
    public async Task Position_NobodyBegan_IsUnknownAndThenKeptForEachReader()
    {
        (await Outbox.PositionAsync("*", Stop)).ShouldBeNull();
        await Outbox.EnqueueAsync("*", 7, [], Messages.NoLimit, Stop);
        await Outbox.EnqueueAsync("team", 3, [], Messages.NoLimit, Stop);
        await Outbox.EnqueueAsync("*", 5, [], Messages.NoLimit, Stop);
        var again = await OpenAsync();
        ((await again.PositionAsync("*", Stop)), (await again.PositionAsync("team", Stop))).ShouldBe((7, 3));
    }

    [Fact]
    public async Task Enqueue_SameIdTwice_IsOneMessageThatReadsBackWhole()
    {
        var message = Messages.Of("a", onTimeout: EscalationTimeoutAction.Retry) with { Link = "https://x/y", Command = "legator runs" };
        await PutAsync(message);
        await PutAsync(message with { Title = "another title" });
        var entry = (await Outbox.ListAsync(new OutboxFilter(), Stop)).ShouldHaveSingleItem();
        Core.Audit.CanonicalJson.Sha256(entry.Notification).ShouldBe(Core.Audit.CanonicalJson.Sha256(message));
        (entry.State, entry.Attempts).ShouldBe((OutboxState.Waiting, 0));
    }

    [Fact]
    public async Task Take_DueMessages_GivesOneOfEachChannelTheOldestFirstAndOnlyOnce()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b"), Messages.Of("c", "mail"));
        (await TakeAsync()).ShouldBe(["a", "c"], ignoreOrder: true);
        (await TakeAsync()).ShouldBe(["b"]);
        (await TakeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_BusyChannels_AreLeftOut()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("c", "mail"), Messages.Of("d", "chat"));
        var taken = await Outbox.TakeAsync(Lease, 8, ["agents/home/oncall", "agents/home/chat"], Stop);
        taken.ShouldHaveSingleItem().Notification.Id.ShouldBe("c");
    }

    [Fact]
    public async Task Take_AttemptThatNeverCameBack_IsGivenAgainAfterItsLease()
    {
        await PutAsync(Messages.Of("a"));
        await TakeAsync();
        var other = await OpenAsync();
        (await other.TakeAsync(Lease, 8, [], Stop)).ShouldBeEmpty();
        Time.Advance(Lease);
        var again = (await other.TakeAsync(Lease, 8, [], Stop)).ShouldHaveSingleItem();
        (again.Notification.Id, again.Attempts).ShouldBe(("a", 2));
    }

    [Fact]
    public async Task Take_ByManyAtOnce_GivesEachMessageToOne()
    {
        await PutAsync([.. Enumerable.Range(0, 40).Select(i => Messages.Of($"m{i}", $"channel-{i}"))]);
        var takers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync().AsTask()));
        var taken = await Task.WhenAll(takers.Select(taker => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await taker.TakeAsync(Lease, 3, [], Stop) is { Count: > 0 } entries)
            {
                mine.AddRange(entries.Select(entry => entry.Notification.Id));
            }

            return mine;
        })));
        // Whoever saw nothing while another had it stops; what is left is nobody's yet.
        taken.SelectMany(mine => mine).Concat(await TakeAsync()).ShouldBeUnique();
    }

    [Fact]
    public async Task Delivered_IsNeverTakenAgain()
    {
        await PutAsync(Messages.Of("a"));
        await TakeAsync();
        await Outbox.DeliveredAsync("a", Stop);
        Time.Advance(TimeSpan.FromDays(1));
        (await TakeAsync()).ShouldBeEmpty();
        var entry = (await Outbox.FindAsync("a", Stop))!;
        (entry.State, entry.Ended is not null).ShouldBe((OutboxState.Delivered, true));
        (await Outbox.NextDueAsync(Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Failed_ComesBackWhenItIsTime()
    {
        await PutAsync(Messages.Of("a"));
        await TakeAsync();
        await Outbox.FailedAsync("a", "it was down", Time.GetUtcNow().AddMinutes(5), channelRests: false, Stop);
        (await Outbox.NextDueAsync(Stop)).ShouldBe(Time.GetUtcNow().AddMinutes(5));
        (await TakeAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(5));
        (await TakeAsync()).ShouldBe(["a"]);
        (await Outbox.FindAsync("a", Stop))!.Problem.ShouldBe("it was down");
    }

    [Fact]
    public async Task Failed_ChannelThatRests_KeepsAllItsMessagesWaiting()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b"), Messages.Of("c", "mail"));
        await TakeAsync();
        await Outbox.FailedAsync("a", "too many", Time.GetUtcNow().AddMinutes(1), channelRests: true, Stop);
        (await TakeAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(1));
        (await TakeAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Dead_IsOnViewAndTriedAgainWhenAPersonSaysSo()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b", "mail"));
        await TakeAsync();
        await Outbox.FailedAsync("a", "gone", null, channelRests: false, Stop);
        (await Outbox.ListAsync(new OutboxFilter { State = OutboxState.Dead }, Stop)).ShouldHaveSingleItem().Problem.ShouldBe("gone");
        (await Outbox.RetryAsync("a", Stop), await Outbox.RetryAsync("a", Stop), await Outbox.RetryAsync("b", Stop), await Outbox.RetryAsync("x", Stop)).ShouldBe((true, false, false, false));
        var again = (await Outbox.TakeAsync(Lease, 8, [], Stop)).ShouldHaveSingleItem();
        (again.Notification.Id, again.Attempts).ShouldBe(("a", 1));
    }

    [Fact]
    public async Task Limit_OfOneAgentAndChannel_HoldsBackWhatIsAbove()
    {
        var limit = new OutboxLimit(2, TimeSpan.FromHours(1));
        await Outbox.EnqueueAsync("*", 1, [Messages.Of("a"), Messages.Of("b"), Messages.Of("c"), Messages.Of("d", "mail"), Messages.Of("e", agent: "other")], limit, Stop);
        (await StatesAsync()).ShouldBe("a:Waiting b:Waiting c:Held d:Waiting e:Waiting");
        Time.Advance(TimeSpan.FromHours(1.1));
        await Outbox.EnqueueAsync("*", 2, [Messages.Of("f")], limit, Stop);
        (await StatesAsync()).ShouldEndWith("f:Waiting");
    }

    [Fact]
    public async Task Held_AfterItsTime_IsSummarisedOnce()
    {
        var limit = new OutboxLimit(1, TimeSpan.FromHours(1));
        await Outbox.EnqueueAsync("*", 1, [Messages.Of("a"), Messages.Of("b"), Messages.Of("c")], limit, Stop);
        (await Outbox.HeldAsync(Time.GetUtcNow().AddSeconds(-1), Stop)).ShouldBeEmpty();
        var held = (await Outbox.HeldAsync(Time.GetUtcNow(), Stop)).ShouldHaveSingleItem().Messages;
        held.Select(message => message.Id).ShouldBe(["b", "c"]);
        await Outbox.SummariseAsync(Messages.Of("sum"), ["b", "c"], Stop);
        await Outbox.SummariseAsync(Messages.Of("sum"), ["b", "c"], Stop);
        (await StatesAsync()).ShouldBe("a:Waiting b:Summarised c:Summarised sum:Waiting");
        (await Outbox.HeldAsync(Time.GetUtcNow(), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Overdue_EscalationThatWasTold_IsSoFromItsDeliveryOn()
    {
        await PutAsync(Messages.Of("a", onTimeout: EscalationTimeoutAction.Retry), Messages.Of("b"));
        Time.Advance(TimeSpan.FromHours(1));
        (await Outbox.OverdueAsync(10, Stop)).ShouldBeEmpty();
        await Outbox.DeliveredAsync("a", Stop);
        await Outbox.DeliveredAsync("b", Stop);
        Time.Advance(TimeSpan.FromSeconds(59));
        (await Outbox.OverdueAsync(10, Stop)).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Outbox.OverdueAsync(10, Stop)).ShouldHaveSingleItem().Id.ShouldBe("a");
        await Outbox.LapseAsync("a", Messages.Of("a2", @event: "event-a", onTimeout: EscalationTimeoutAction.Retry), Stop);
        (await Outbox.OverdueAsync(10, Stop)).ShouldBeEmpty();
        (await TakeAsync()).ShouldBe(["a2"]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("event-a")]
    public async Task Answer_OfAnEvent_EndsTheWaitOnAllChannelsAndKeepsTheFirst(string named)
    {
        await PutAsync(Messages.Of("a", onTimeout: EscalationTimeoutAction.Retry), Messages.Of("b", "mail", @event: "event-a", onTimeout: EscalationTimeoutAction.Retry), Messages.Of("c"));
        await Outbox.DeliveredAsync("a", Stop);
        await Outbox.DeliveredAsync("b", Stop);
        (await Outbox.AnswerAsync(named, "ann", Stop), await Outbox.AnswerAsync("b", "bob", Stop), await Outbox.AnswerAsync("c", "ann", Stop)).ShouldBe((true, true, false));
        Time.Advance(TimeSpan.FromHours(1));
        (await Outbox.OverdueAsync(10, Stop)).ShouldBeEmpty();
        (await Outbox.FindAsync("b", Stop))!.AnsweredBy.ShouldBe("ann");
        await PutAsync(Messages.Of("late", "chat", @event: "event-a"));
        (await Outbox.FindAsync("late", Stop)).ShouldBeNull("whoever answered is not told again");
    }

    [Fact]
    public async Task Forget_OnlyWhatIsOverAndOld()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b", "mail"), Messages.Of("c", "chat"));
        await Outbox.DeliveredAsync("a", Stop);
        await Outbox.FailedAsync("b", "gone", null, channelRests: false, Stop);
        await Outbox.ForgetAsync(Time.GetUtcNow(), Stop);
        (await Outbox.ListAsync(new OutboxFilter(), Stop)).Count.ShouldBe(3);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Outbox.ForgetAsync(Time.GetUtcNow(), Stop);
        (await StatesAsync()).ShouldBe("c:Waiting");
    }

    [Fact]
    public async Task List_Filters_AreMet()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b", agent: "other"), Messages.Of("c") with { Namespace = "else" });
        (await Outbox.ListAsync(new OutboxFilter { Agent = "other" }, Stop)).ShouldHaveSingleItem().Notification.Id.ShouldBe("b");
        (await Outbox.ListAsync(new OutboxFilter { Namespace = "else" }, Stop)).ShouldHaveSingleItem().Notification.Id.ShouldBe("c");
        (await Outbox.ListAsync(new OutboxFilter { Limit = 2 }, Stop)).Select(entry => entry.Notification.Id).ShouldBe(["c", "b"]);
        (await Outbox.ListAsync(new OutboxFilter { State = OutboxState.Dead }, Stop)).ShouldBeEmpty();
    }

    private protected Task PutAsync(params Notification[] messages) => Outbox.EnqueueAsync("*", 1, messages, Messages.NoLimit, Stop);

    private protected async Task<IReadOnlyList<string>> TakeAsync() => [.. (await Outbox.TakeAsync(Lease, 8, [], Stop)).Select(entry => entry.Notification.Id)];

    private async Task<string> StatesAsync() => string.Join(' ', (await Outbox.ListAsync(new OutboxFilter(), Stop)).Reverse().Select(entry => $"{entry.Notification.Id}:{entry.State}"));
}
