using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Backends.Tests.Journals;

/// <summary>What every journal must hold, whatever it is kept in.</summary>
public abstract class RunJournalContract : IAsyncLifetime
{
    private protected static readonly RunKey Run = new("agents", "web-1");

    /// <summary>The journal under test.</summary>
    private protected IRunJournal Journal { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Journal = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the same storage once more, as another process would.</summary>
    private protected abstract ValueTask<IRunJournal> OpenAsync();

    [Fact]
    public async Task Append_FirstEvent_IsTheHead()
    {
        var appended = await Journal.AppendAsync(Run, JournalHead.Empty, Said("one"), Stop);

        appended.Sequence.ShouldBe(1);
        (await Journal.HeadAsync(Run, Stop)).ShouldBe(JournalHead.After(appended));
        (await Journal.HeadAsync(new RunKey("agents", "web-2"), Stop)).ShouldBe(JournalHead.Empty);
    }

    [Fact]
    public async Task Append_EveryKindOfEvent_ReadsBackEqualAndVerifies()
    {
        var head = JournalHead.Empty;
        foreach (var data in SampleEvents.All)
        {
            head = JournalHead.After(await Journal.AppendAsync(Run, head, data, Stop));
        }

        var read = await Journal.ReadAsync(Run, 0, 100, Stop);
        read.Select(entry => CanonicalJson.Sha256(entry.Data)).ShouldBe(SampleEvents.All.Select(CanonicalJson.Sha256));
        RunEventChain.Verify(read).ShouldBeNull();
    }

    [Fact]
    public async Task PositionBefore_AnyTime_IsBehindNothingThatCameSince()
    {
        (await Journal.PositionBeforeAsync(DateTimeOffset.MaxValue, Stop)).ShouldBe(0);
        var times = new List<DateTimeOffset>();
        for (var head = JournalHead.Empty; head.Sequence < 30;)
        {
            var appended = await Journal.AppendAsync(Run, head, Said($"{head.Sequence}"), Stop);
            (head, times) = (JournalHead.After(appended), [.. times, appended.Time]);
        }

        (await Journal.PositionBeforeAsync(times[0], Stop)).ShouldBe(0);
        (await Journal.PositionBeforeAsync(DateTimeOffset.MaxValue, Stop)).ShouldBe(await Journal.PositionAsync(Stop));
        foreach (var time in times.Distinct())
        {
            var position = await Journal.PositionBeforeAsync(time, Stop);
            await foreach (var entry in Journal.TailAsync(position, Stop))
            {
                entry.Event.Time.ShouldBe(time);
                break;
            }
        }
    }

    [Fact]
    public async Task AppendAll_EventsThatFollowEachOther_AreLinkedAndAllOrNothingOnAConflict()
    {
        var stored = await Journal.AppendAllAsync(Run, JournalHead.Empty, [Said("one"), Said("two"), Said("three")], Stop);
        RunEventChain.Verify(await Journal.ReadAsync(Run, 0, 10, Stop)).ShouldBeNull();
        stored.Select(e => e.Sequence).ShouldBe([1, 2, 3]);

        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAllAsync(Run, JournalHead.After(stored[1]), [Said("late"), Said("later")], Stop));
        (await Journal.ReadAsync(Run, 0, 10, Stop)).Count.ShouldBe(3);
        (await Journal.AppendAllAsync(Run, JournalHead.After(stored[2]), [Said("four"), new RunFinished("Succeeded", "Completed", "done")], Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Append_HeadMovedOn_Conflicts()
    {
        var first = await Journal.AppendAsync(Run, JournalHead.Empty, Said("one"), Stop);

        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAsync(Run, JournalHead.Empty, Said("other"), Stop));

        (await Journal.ReadAsync(Run, 0, 10, Stop)).ShouldHaveSingleItem().Hash.ShouldBe(first.Hash);
    }

    [Fact]
    public async Task Append_GapOrWrongHash_Conflicts()
    {
        var first = await Journal.AppendAsync(Run, JournalHead.Empty, Said("one"), Stop);

        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAsync(Run, new JournalHead(2, first.Hash), Said("gap"), Stop));
        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAsync(Run, new JournalHead(1, new string('a', 64)), Said("fork"), Stop));
        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAsync(new RunKey("agents", "new"), JournalHead.After(first), Said("late"), Stop));
    }

    [Fact]
    public async Task Append_AfterTheRunFinished_Conflicts()
    {
        var last = await Journal.AppendAsync(Run, JournalHead.Empty, new RunFinished("Succeeded", "Completed", "done"), Stop);

        await Should.ThrowAsync<JournalConflictException>(() => Journal.AppendAsync(Run, JournalHead.After(last), Said("more"), Stop));
    }

    [Fact]
    public async Task Append_TwoHoldersRace_OneWinsEachSequence()
    {
        var other = await OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            var head = await Journal.HeadAsync(Run, Stop);
            var outcomes = await Task.WhenAll(new[] { Journal, other, Journal, other }.Select(journal => WinsAsync(journal, head)));
            outcomes.Count(won => won).ShouldBe(1);
        }

        var events = await Journal.ReadAsync(Run, 0, 100, Stop);
        events.Count.ShouldBe(20);
        RunEventChain.Verify(events).ShouldBeNull();
    }

    [Fact]
    public async Task Append_ManyRunsAtOnce_EveryChainHolds()
    {
        var runs = Enumerable.Range(0, 40).Select(i => new RunKey("agents", $"run-{i}")).ToList();

        await Task.WhenAll(runs.Select(run => WriteAsync(Journal, run, 25)));

        foreach (var run in runs)
        {
            var events = await Journal.ReadAsync(run, 0, 100, Stop);
            events.Count.ShouldBe(25);
            RunEventChain.Verify(events).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Read_AfterSequenceWithLimit_IsThatPage()
    {
        await WriteAsync(Journal, Run, 10);

        var page = await Journal.ReadAsync(Run, 4, 3, Stop);

        page.Select(entry => entry.Sequence).ShouldBe([5, 6, 7]);
    }

    [Fact]
    public async Task Tail_FromTheStart_SeesWhatWasAndWhatComes()
    {
        await WriteAsync(Journal, Run, 3);
        var other = await OpenAsync();
        var tail = CollectAsync(0, 7);
        await WriteAsync(Journal, new RunKey("agents", "here"), 2);
        await WriteAsync(other, new RunKey("agents", "elsewhere"), 2);

        var entries = await tail;

        entries.Select(entry => entry.Position).ShouldBeInOrder(SortDirection.Ascending);
        entries.Select(entry => entry.Event.Run.Name).Distinct().ShouldBe(["web-1", "here", "elsewhere"]);
        (await Journal.PositionAsync(Stop)).ShouldBe(entries[^1].Position);
    }

    [Fact]
    public async Task Tail_AfterAPosition_SkipsNothingAndRepeatsNothing()
    {
        await WriteAsync(Journal, Run, 5);
        var seen = await CollectAsync(0, 2);

        var rest = await CollectAsync(seen[^1].Position, 3);

        rest.Select(entry => entry.Event.Sequence).ShouldBe([3, 4, 5]);
    }

    [Fact]
    public async Task Tail_ManyWriters_SeesEveryEventOnceInEachRunsOrder()
    {
        var other = await OpenAsync();
        var tail = CollectAsync(0, 400);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync(i % 2 == 0 ? Journal : other, new RunKey("agents", $"r{i}"), 20)));

        var entries = await tail;

        entries.Select(entry => entry.Position).Distinct().Count().ShouldBe(400);
        foreach (var run in entries.GroupBy(entry => entry.Event.Run))
        {
            run.Select(entry => entry.Event.Sequence).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
        }
    }

    [Fact]
    public async Task Reopen_WhatWasAppended_IsStillThere()
    {
        await WriteAsync(Journal, Run, 5);

        var reopened = await OpenAsync();

        (await reopened.HeadAsync(Run, Stop)).ShouldBe(await Journal.HeadAsync(Run, Stop));
    }

    internal static ModelFailed Said(string text) => new(1, text);

    private protected static async Task WriteAsync(IRunJournal journal, RunKey run, int count)
    {
        var head = JournalHead.Empty;
        for (var i = 0; i < count; i++)
        {
            head = JournalHead.After(await journal.AppendAsync(run, head, Said($"event {i}"), Stop));
        }
    }

    private protected async Task<List<JournalEntry>> CollectAsync(long after, int count)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        var entries = new List<JournalEntry>();
        await foreach (var entry in Journal.TailAsync(after, deadline.Token))
        {
            entries.Add(entry);
            if (entries.Count == count)
            {
                break;
            }
        }

        return entries;
    }

    private static async Task<bool> WinsAsync(IRunJournal journal, JournalHead head)
    {
        try
        {
            await journal.AppendAsync(Run, head, Said("race"), Stop);
            return true;
        }
        catch (JournalConflictException)
        {
            return false;
        }
    }
}
