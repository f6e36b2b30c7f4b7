using Legator.Core.Runs;

namespace Legator.Backends.Tests.Queues;

/// <summary>What every queue must hold, whatever it is kept in.</summary>
public abstract class RunQueueContract : IAsyncLifetime
{
    private protected IRunQueue Queue { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Queue = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the same queue once more, as another process would.</summary>
    private protected abstract ValueTask<IRunQueue> OpenAsync();

    /// <summary>Lets so much time pass that a claim which nobody renews counts as idle.</summary>
    private protected abstract Task LetClaimsExpireAsync();

    /// <summary>Lets some time pass, less than it takes a claim to expire.</summary>
    private protected abstract Task LetHalfTheLimitPassAsync();

    [Fact]
    public async Task Dequeue_EntryWaits_ClaimsItWhole()
    {
        var entry = new RunQueueEntry(new RunKey("agents", "a"), RunPriority.Interactive, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        await Queue.EnqueueAsync(entry, Stop);

        (await NextAsync()).Entry.ShouldBe(entry);
        (await Queue.CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Dequeue_NothingWaits_WaitsForTheNextEntry()
    {
        var waiting = NextAsync();
        waiting.IsCompleted.ShouldBeFalse();

        await EnqueueAsync("agents", "late");

        (await waiting).Entry.Run.Name.ShouldBe("late");
    }

    [Fact]
    public async Task Dequeue_Cancelled_LosesNoEntry()
    {
        using var impatient = new CancellationTokenSource();
        var given = Queue.DequeueAsync(impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => given);

        await EnqueueAsync("agents", "a");

        (await NextAsync()).Entry.Run.Name.ShouldBe("a");
    }

    [Fact]
    public async Task Enqueue_SameRunAgain_IsOfferedOnce()
    {
        await EnqueueAsync("agents", "a");
        await EnqueueAsync("agents", "a");
        (await Queue.CountAsync(Stop)).ShouldBe(1);

        await NextAsync();
        await EnqueueAsync("agents", "a");

        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Enqueue_AfterCompletion_IsOfferedAgain()
    {
        await EnqueueAsync("agents", "a");
        await (await NextAsync()).CompleteAsync(Stop);
        await ShouldBeEmptyAsync();

        await EnqueueAsync("agents", "a");

        (await NextAsync()).Entry.Run.Name.ShouldBe("a");
    }

    [Fact]
    public async Task Dequeue_InteractiveBehindScheduled_GoesFirst()
    {
        await EnqueueAsync("agents", "scheduled");
        await EnqueueAsync("agents", "manual", RunPriority.Interactive);

        (await NextAsync()).Entry.Run.Name.ShouldBe("manual");
        (await NextAsync()).Entry.Run.Name.ShouldBe("scheduled");
    }

    [Fact]
    public async Task Enqueue_WaitingRunBecomesInteractive_MovesForward()
    {
        await EnqueueAsync("agents", "first");
        await EnqueueAsync("agents", "urgent");
        await EnqueueAsync("agents", "urgent", RunPriority.Interactive);

        (await NextAsync()).Entry.Run.Name.ShouldBe("urgent");
        (await NextAsync()).Entry.Run.Name.ShouldBe("first");
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Dequeue_OneNamespaceIsBusy_OthersTakeTurns()
    {
        foreach (var name in (string[])["a1", "a2", "a3", "a4"])
        {
            await EnqueueAsync("busy", name);
        }

        await EnqueueAsync("calm", "b1");
        await EnqueueAsync("quiet", "c1");

        var firstThree = new[] { await NextAsync(), await NextAsync(), await NextAsync() };

        firstThree.Select(claim => claim.Entry.Run.Namespace).ShouldBe(["busy", "calm", "quiet"], ignoreOrder: true);
        (await NextAsync()).Entry.Run.Name.ShouldBe("a2");
    }

    [Fact]
    public async Task Release_Claim_GoesToTheNextTaker()
    {
        await EnqueueAsync("agents", "a", RunPriority.Interactive);
        var first = await NextAsync();
        await first.ReleaseAsync(Stop);

        var second = await NextAsync();

        second.Entry.ShouldBe(first.Entry);
    }

    [Fact]
    public async Task Claim_NotRenewed_GoesToAnotherAndIsLostToTheFirst()
    {
        await EnqueueAsync("agents", "a");
        var lost = await NextAsync();
        await LetClaimsExpireAsync();

        var taken = await NextAsync(await OpenAsync());

        taken.Entry.ShouldBe(lost.Entry);
        await Should.ThrowAsync<ClaimLostException>(() => lost.RenewAsync(Stop));
        await taken.RenewAsync(Stop);
    }

    [Fact]
    public async Task Claim_Renewed_OutlivesTheLimit()
    {
        await EnqueueAsync("agents", "long");
        var claim = await NextAsync();
        for (var i = 0; i < 5; i++)
        {
            await LetHalfTheLimitPassAsync();
            await claim.RenewAsync(Stop);
        }

        await ShouldBeEmptyAsync();
        await claim.CompleteAsync(Stop);
    }

    [Fact]
    public async Task Complete_ByALoserOfTheClaim_EndsTheEntryForAll()
    {
        await EnqueueAsync("agents", "a");
        var slow = await NextAsync();
        await LetClaimsExpireAsync();

        await slow.CompleteAsync(Stop);

        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Release_ByALoserOfTheClaim_ChangesNothing()
    {
        await EnqueueAsync("agents", "a");
        var slow = await NextAsync();
        await LetClaimsExpireAsync();
        var holder = await NextAsync(await OpenAsync());

        await slow.ReleaseAsync(Stop);

        await ShouldBeEmptyAsync();
        await holder.RenewAsync(Stop);
    }

    [Fact]
    public async Task Dequeue_ManyTakers_EveryEntryGoesToOne()
    {
        var other = await OpenAsync();
        var takers = Enumerable.Range(0, 8).Select(i => TakeAsync(i % 2 == 0 ? Queue : other, 25)).ToList();
        for (var i = 0; i < 200; i++)
        {
            await EnqueueAsync($"ns-{i % 3}", $"run-{i}");
        }

        var taken = (await Task.WhenAll(takers)).SelectMany(runs => runs).ToList();

        taken.Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task Enqueue_WithDelay_IsOfferedThenAndNotBefore()
    {
        await Queue.EnqueueAsync(new RunQueueEntry(new RunKey("agents", "later"), RunPriority.Interactive, "trace"), Delay, Stop);
        await EnqueueAsync("agents", "later");
        (await Queue.ReportAsync(Stop)).ShouldBe(new RunQueueReport(0, 1, 0, 0, TimeSpan.Zero));
        await ShouldBeEmptyAsync();

        await LetTheDelayPassAsync();

        (await NextAsync()).Entry.ShouldBe(new RunQueueEntry(new RunKey("agents", "later"), RunPriority.Interactive, "trace"));
    }

    [Fact]
    public async Task Release_WithDelay_GoesToATakerThenAndKeepsItsLosses()
    {
        await EnqueueAsync("agents", "a");
        var lost = await NextAsync();
        await LetClaimsExpireAsync();
        var second = await NextAsync();
        await second.ReleaseAsync(Delay, Stop);
        (await Queue.ReportAsync(Stop)).Delayed.ShouldBe(1);

        await LetTheDelayPassAsync();
        var third = await NextAsync();

        (third.Entry, third.Losses).ShouldBe((lost.Entry, 1));
        await Should.ThrowAsync<ClaimLostException>(() => second.RenewAsync(Stop));
    }

    [Fact]
    public async Task Losses_CountSilentRunnersOnly()
    {
        await EnqueueAsync("agents", "a");
        await (await NextAsync()).ReleaseAsync(Stop);
        var handedBack = await NextAsync();
        handedBack.Losses.ShouldBe(0);
        await LetClaimsExpireAsync();

        (await NextAsync()).Losses.ShouldBe(1);
    }

    [Fact]
    public async Task Bury_Claim_GoesToTheDeadLettersWithItsReason()
    {
        await EnqueueAsync("agents", "a");
        var claim = await NextAsync();
        await claim.BuryAsync("It kills whoever runs it.", Stop);

        (await Queue.DeadLettersAsync(10, Stop)).Select(letter => (letter.Run, letter.Reason)).ShouldBe([("agents/a", "It kills whoever runs it.")]);
        (await Queue.ReportAsync(Stop)).ShouldBe(new RunQueueReport(0, 0, 0, 1, TimeSpan.Zero));
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Bury_ByALoserOfTheClaim_ChangesNothing()
    {
        await EnqueueAsync("agents", "a");
        var slow = await NextAsync();
        await LetClaimsExpireAsync();

        await slow.BuryAsync("too late", Stop);

        (await Queue.DeadLettersAsync(10, Stop)).ShouldBeEmpty();
        (await NextAsync()).Entry.ShouldBe(slow.Entry);
    }

    [Fact]
    public async Task Enqueue_AfterBurial_IsOfferedAgain()
    {
        await EnqueueAsync("agents", "a");
        await (await NextAsync()).BuryAsync("for a test", Stop);

        await EnqueueAsync("agents", "a");

        (await NextAsync()).Losses.ShouldBe(0);
    }

    [Fact]
    public async Task Report_CountsWhatWaitsAndWhatIsHeld()
    {
        await EnqueueAsync("agents", "a");
        await EnqueueAsync("other", "b");
        await NextAsync();

        var report = await Queue.ReportAsync(Stop);

        (report.Waiting, report.Claimed, report.Delayed, report.DeadLetters).ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public async Task Enqueue_ManyAtOnce_EachRunIsOfferedOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => EnqueueAsync($"ns-{i % 5}", $"run-{i % 500}")));

        (await Queue.CountAsync(Stop)).ShouldBe(500);
        var claims = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => NextAsync()));
        claims.Select(claim => claim.Entry.Run).Distinct().Count().ShouldBe(500);
        await Task.WhenAll(claims.Select(claim => claim.CompleteAsync(Stop)));
        (await Queue.ReportAsync(Stop)).ShouldBe(new RunQueueReport(0, 0, 0, 0, TimeSpan.Zero));
    }

    private protected static TimeSpan Delay { get; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Lets <see cref="Delay"/> pass.</summary>
    private protected abstract Task LetTheDelayPassAsync();

    private protected Task EnqueueAsync(string inNamespace, string name, RunPriority priority = RunPriority.Scheduled) =>
        Queue.EnqueueAsync(new RunQueueEntry(new RunKey(inNamespace, name), priority), Stop);

    private protected Task<IRunClaim> NextAsync() => NextAsync(Queue);

    private protected static Task<IRunClaim> NextAsync(IRunQueue queue) => queue.DequeueAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

    private protected async Task ShouldBeEmptyAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Should.ThrowAsync<OperationCanceledException>(() => Queue.DequeueAsync(impatient.Token));
    }

    private static async Task<List<RunKey>> TakeAsync(IRunQueue queue, int count)
    {
        var runs = new List<RunKey>();
        while (runs.Count < count)
        {
            var claim = await NextAsync(queue);
            runs.Add(claim.Entry.Run);
            await claim.CompleteAsync(Stop);
        }

        return runs;
    }
}
