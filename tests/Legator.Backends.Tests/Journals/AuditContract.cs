using Legator.Backends.Journals;
using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Backends.Tests.Journals;

/// <summary>What checking a journal must find, whatever the journal is kept in and whoever can write there.</summary>
public abstract class AuditContract : IAsyncLifetime
{
    private static readonly CheckpointKey Key = CheckpointKey.Generate();
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private AuditHead? head;

    private protected IRunJournal Journal { get; private set; } = null!;

    private protected IAuditLog Log { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (Journal, Log) = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Untouched_Verifies()
    {
        await WriteHistoryAsync();

        var report = await VerifyAsync();

        report.Problems.ShouldBeEmpty();
        (report.Verified, report.Events, report.Runs, report.Checkpoints, report.Unsigned).ShouldBe((true, 22, 5, 3, 0));
    }

    [Fact]
    public async Task EventsBehindTheLastCheckpoint_AreCheckedAndCounted()
    {
        await WriteHistoryAsync();
        await WriteAsync("late", 2);

        var report = await VerifyAsync();

        (report.Verified, report.Unsigned).ShouldBe((true, 2));
    }

    [Fact]
    public async Task Checkpoint_NothingNew_MakesNone()
    {
        (await Maker.MakeAsync(Key, Now, Stop)).ShouldBeNull();
        await WriteHistoryAsync();

        (await Maker.MakeAsync(Key, Now, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Checkpoint_MadeBySomebodyElse_Conflicts()
    {
        await WriteHistoryAsync();
        var newest = (await Log.NewestAsync(Stop))!;

        await Should.ThrowAsync<CheckpointConflictException>(() => Log.AppendAsync(newest, [], Stop));
    }

    [Theory]
    [InlineData("data = replace(data, 'event 2', 'event X')", "run = 'b' AND sequence = 3", "does not fit its hash")]
    [InlineData("sequence = 9", "run = 'b' AND sequence = 4", "is missing")]
    [InlineData("run = 'x'", "run = 'b'", "does not fit its hash")]
    [InlineData("previous_hash = hash", "run = 'b' AND sequence = 2", "does not fit its hash")]
    public async Task Edit_OfAnEvent_IsFound(string change, string where, string problem)
    {
        await WriteHistoryAsync();

        await TamperAsync($"UPDATE {Events} SET {change} WHERE {where}");

        await ShouldFindAsync(problem);
    }

    [Theory]
    [InlineData("run = 'b' AND sequence = 2", "is missing")]
    [InlineData("run = 'b' AND sequence = 1", "is missing")]
    [InlineData("run = 'b' AND sequence = 5", "ended with event 5")]
    [InlineData("run = 'b'", "5 events are missing")]
    [InlineData("run IN ('d', 'e')", "events are missing")]
    public async Task Delete_OfEvents_IsFound(string where, string problem)
    {
        await WriteHistoryAsync();

        await TamperAsync($"DELETE FROM {Events} WHERE {where}");

        await ShouldFindAsync(problem);
    }

    [Fact]
    public async Task Reorder_OfEventsOfTwoRuns_IsFound()
    {
        await WriteHistoryAsync();
        var first = await PositionAsync("a", 1);
        var second = await PositionAsync("b", 1);

        await TamperAsync(
            $"UPDATE {Events} SET position = 100000 WHERE position = {first}",
            $"UPDATE {Events} SET position = {first} WHERE position = {second}",
            $"UPDATE {Events} SET position = {second} WHERE position = 100000");

        await ShouldFindAsync("not in the order");
    }

    [Fact]
    public async Task Fork_OfARunWithGoodHashes_IsFound()
    {
        await WriteHistoryAsync();
        var real = await Journal.ReadAsync(new RunKey("agents", "b"), 0, 10, Stop);
        var forged = RunEventChain.Link(real[0].Run, JournalHead.After(real[3]), real[4].Time, new ModelFailed(1, "forged"));

        await TamperAsync($"UPDATE {Events} SET data = '{{\"type\":\"model-failed\",\"turn\":1,\"message\":\"forged\"}}', hash = {Hex(forged.Hash)} WHERE run = 'b' AND sequence = 5");

        await ShouldFindAsync("run agents/b ended with event 5");
    }

    [Fact]
    public async Task Truncation_OfTheNewestRunsWithTheirCheckpoints_IsFound()
    {
        await WriteHistoryAsync();

        await TamperAsync($"DELETE FROM {Events} WHERE run IN ('d', 'e')", $"DELETE FROM {Marks} WHERE number = 3", $"DELETE FROM {Checkpoints} WHERE number = 3");

        await ShouldFindAsync("The end was cut off: there were 3 checkpoints");
    }

    [Fact]
    public async Task Removal_OfAllCheckpoints_IsFound()
    {
        await WriteHistoryAsync();

        await TamperAsync($"DELETE FROM {Marks}", $"DELETE FROM {Checkpoints}");

        await ShouldFindAsync("The end was cut off");
    }

    [Fact]
    public async Task Removal_OfACheckpointInBetween_IsFound()
    {
        await WriteHistoryAsync();

        await TamperAsync($"DELETE FROM {Marks} WHERE number = 2", $"DELETE FROM {Checkpoints} WHERE number = 2");

        await ShouldFindAsync("Checkpoint 2 is missing");
    }

    [Fact]
    public async Task SigningAnew_WithAnotherKey_IsFound()
    {
        await WriteHistoryAsync();
        var other = CheckpointKey.Generate();
        await TamperAsync($"DELETE FROM {Events} WHERE run = 'e'", $"DELETE FROM {Marks}", $"DELETE FROM {Checkpoints}");
        await Maker.MakeAsync(other, Now, Stop);

        await ShouldFindAsync("is not signed by a trusted key");
    }

    [Fact]
    public async Task ForgedList_ThatLetsARunGo_IsFound()
    {
        await WriteHistoryAsync();
        var last = (await Journal.HeadAsync(new RunKey("agents", "b"), Stop)).Hash;

        await TamperAsync($"INSERT INTO {Marks} VALUES (3, 'agents', 'b', 5, {Hex(last)}, true)", $"DELETE FROM {Events} WHERE run = 'b'");

        await ShouldFindAsync("its list of runs is not the one that was signed");
    }

    [Fact]
    public async Task Retirement_OfARun_LetsItsEventsGoAndVerifies()
    {
        await WriteHistoryAsync();
        var end = await Journal.HeadAsync(new RunKey("agents", "b"), Stop);

        await Should.ThrowAsync<JournalUnavailableException>(() => Log.RemoveAsync([new RunKey("agents", "b")], Stop));
        await Maker.RetireAsync(Key, [new RunMark(new RunKey("agents", "b"), end.Sequence, end.Hash)], Now, Stop);
        await Maker.RetireAsync(Key, [new RunMark(new RunKey("agents", "b"), end.Sequence, end.Hash)], Now, Stop);
        State(await Log.NewestAsync(Stop));
        await Log.RemoveAsync([new RunKey("agents", "b")], Stop);
        await Should.ThrowAsync<Exception>(() => ExecuteAsync($"DELETE FROM {Events} WHERE run = 'a'"));

        var report = await VerifyAsync();
        report.Problems.ShouldBeEmpty();
        (report.Events, report.Retired).ShouldBe((17, 1));
    }

    [Theory]
    [InlineData("UPDATE {0} SET signature = 'x'")]
    [InlineData("DELETE FROM {0}")]
    [InlineData("UPDATE {1} SET sequence = 1")]
    [InlineData("DELETE FROM {1}")]
    public async Task Storage_ChangeOfACheckpoint_IsRefused(string sql)
    {
        await WriteHistoryAsync();

        (await Should.ThrowAsync<Exception>(() => ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Checkpoints, Marks)))).Message.ShouldContain("append-only");
    }

    private protected CheckpointMaker Maker => new(Journal, Log);

    private protected abstract string Events { get; }

    private protected abstract string Checkpoints { get; }

    private protected abstract string Marks { get; }

    private protected abstract ValueTask<(IRunJournal Journal, IAuditLog Log)> OpenAsync();

    /// <summary>A statement of somebody who has the rights of the service.</summary>
    private protected abstract Task ExecuteAsync(string sql);

    /// <summary>Statements of somebody to whom no rule of the storage applies.</summary>
    private protected abstract Task TamperAsync(params string[] statements);

    private protected abstract Task<long> PositionAsync(string run, long sequence);

    private protected abstract string Hex(string hash);

    /// <summary>Five runs under three checkpoints; the run b goes on over two of them.</summary>
    private async Task WriteHistoryAsync()
    {
        await WriteAsync("a", 4);
        await WriteAsync("b", 3);
        State(await Maker.MakeAsync(Key, Now, Stop));
        await WriteAsync("b", 2);
        await WriteAsync("c", 6);
        State(await Maker.MakeAsync(Key, Now, Stop));
        await WriteAsync("d", 3);
        await WriteAsync("e", 4);
        State(await Maker.MakeAsync(Key, Now, Stop));
    }

    private void State(SignedCheckpoint? newest)
    {
        var stated = newest!.Checkpoint;
        var unsigned = new AuditHead(stated.Number, stated.Digest(), Now, Key.Key);
        head = unsigned with { Signature = Key.Sign(unsigned.Payload()) };
    }

    private async Task WriteAsync(string name, int count)
    {
        var run = new RunKey("agents", name);
        var at = await Journal.HeadAsync(run, Stop);
        for (var i = 0; i < count; i++)
        {
            at = JournalHead.After(await Journal.AppendAsync(run, at, new ModelFailed(1, $"event {at.Sequence}: \"ünï\"\n🧭"), Stop));
        }
    }

    private async Task ShouldFindAsync(string problem)
    {
        var report = await VerifyAsync();
        report.Verified.ShouldBeFalse();
        report.Problems.ShouldContain(p => p.Contains(problem, StringComparison.Ordinal), string.Join('\n', report.Problems));
    }

    private async Task<AuditReport> VerifyAsync()
    {
        var verifier = new AuditVerifier(new TrustedKeys(Key.PublicPem));
        await foreach (var part in AuditWalk.ReadAsync(Log, withUnsigned: true, Stop))
        {
            verifier.Take(part);
        }

        return verifier.Complete(head, mayBeBehind: true);
    }
}
