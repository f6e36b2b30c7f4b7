using System.Text;
using Legator.Backends.Revisions;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Backends.Tests.Revisions;

public sealed class RevisionStoreTests : IAsyncLifetime
{
    private const string Things = "things";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("legator-revisions");
    private readonly FakeTimeProvider _time = new();
    private RevisionStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Record_Written_CarriesItsRevision()
    {
        StoredRecord record = await CreateAsync("a");

        Encoding.UTF8.GetString(record.Value).ShouldBe($$"""{"rev":"{{record.Revision}}","v":"a"}""");
        _store.Find(Things, "a").ShouldBe(record);
    }

    [Fact]
    public async Task Update_FromAnOldRevision_IsRefusedWithWhatStands()
    {
        StoredRecord first = await CreateAsync("a");
        StoredRecord second = (await UpdateAsync(first)).Record!;

        RevisionWriteResult late = await UpdateAsync(first);

        late.ShouldBe(new RevisionWriteResult(false, second));
    }

    [Fact]
    public async Task Writes_ManyAtOnce_GetRevisionsWithoutGaps()
    {
        StoredRecord[] records = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => CreateAsync($"n{i:000}")));

        records.Select(r => r.Revision).Order().ShouldBe(Enumerable.Range(1, 500).Select(i => (long)i));
        _store.Read(Things, "n", "n497").Records.Select(r => r.Name).ShouldBe(["n498", "n499"]);
    }

    [Fact]
    public async Task Store_OpenedAgain_HoldsTheSame()
    {
        StoredRecord kept = await CreateAsync("kept");
        await DeleteAsync(await CreateAsync("gone"));
        long revision = _store.Revision;

        await ReopenAsync();

        _store.Revision.ShouldBe(revision);
        _store.Find(Things, "gone").ShouldBeNull();
        _store.Find(Things, "kept")!.Value.ShouldBe(kept.Value);
    }

    [Fact]
    public async Task Subscription_FromBeforeARestart_GetsItsChangesFromTheLog()
    {
        StoredRecord first = await CreateAsync("a");
        await DeleteAsync((await UpdateAsync(first)).Record!);
        await ReopenAsync();

        using RevisionSubscription changes = _store.Subscribe(Things, "", first.Revision);

        changes.Missed.Select(c => c.Kind).ShouldBe([RevisionKind.Updated, RevisionKind.Deleted]);
        changes.Missed[1].Previous!.Revision.ShouldBe(2);
        Encoding.UTF8.GetString(changes.Missed[1].Record.Value).ShouldBe("""{"rev":"3","v":"a"}""");
    }

    [Fact]
    public async Task History_OlderThanItsTime_IsGone()
    {
        StoredRecord first = await CreateAsync("a");
        await UpdateAsync(first);
        for (int i = 0; i < 12; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        _store.CompactedTo.ShouldBe(2);
        Should.Throw<RevisionCompactedException>(() => _store.Subscribe(Things, "", first.Revision));
        Should.Throw<RevisionCompactedException>(() => _store.ReadAt(first.Revision, Things, "", null, 0));
    }

    [Fact]
    public async Task Compaction_KeepsWhatStandsAndCountsOn()
    {
        StoredRecord standing = (await UpdateAsync(await CreateAsync("standing"))).Record!;
        await DeleteAsync(await CreateAsync("gone"));
        _store.CompactTo(_store.Revision);

        await ReopenAsync();
        StoredRecord next = await CreateAsync("next");

        _store.Find(Things, "standing")!.Value.ShouldBe(standing.Value);
        next.Revision.ShouldBe(5);
    }

    [Fact]
    public async Task ReadAt_AnEarlierRevision_UndoesWhatCameAfter()
    {
        StoredRecord a = await CreateAsync("a");
        await CreateAsync("b");
        long then = _store.Revision;
        await DeleteAsync(a);
        await CreateAsync("c");

        _store.ReadAt(then, Things, "", null, 0).Records.Select(r => r.Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Subscriber_ThatFallsBehind_IsEndedAndHoldsNobodyUp()
    {
        await _store.DisposeAsync();
        _store = RevisionStore.Open(new RevisionStoreOptions(Path.Combine(_data.FullName, "small.db")) { SubscriberBacklog = 2 }, _time);
        using RevisionSubscription slow = _store.Subscribe(Things, "", 0);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => CreateAsync($"n{i}")));
        int seen = 0;
        while (await slow.WaitAsync(TestContext.Current.CancellationToken))
        {
            seen += slow.TryTake(out _) ? 1 : 0;
        }

        seen.ShouldBe(2);
    }

    private RevisionStore Open() => RevisionStore.Open(new RevisionStoreOptions(Path.Combine(_data.FullName, "store.db")), _time);

    private async Task ReopenAsync()
    {
        await _store.DisposeAsync();
        _store = Open();
    }

    private async Task<StoredRecord> CreateAsync(string name)
    {
        RevisionWriteResult result = await _store.WriteAsync(new RevisionWrite(RevisionKind.Created, Things, name, 0, Content(name), 8));
        result.Committed.ShouldBeTrue();
        return result.Record!;
    }

    private Task<RevisionWriteResult> UpdateAsync(StoredRecord record) =>
        _store.WriteAsync(new RevisionWrite(RevisionKind.Updated, Things, record.Name, record.Revision, Content(record.Name), 8));

    private Task<RevisionWriteResult> DeleteAsync(StoredRecord record) =>
        _store.WriteAsync(new RevisionWrite(RevisionKind.Deleted, Things, record.Name, record.Revision, default, 0));

    private static byte[] Content(string name) => Encoding.UTF8.GetBytes($$"""{"rev":"","v":"{{name}}"}""");
}
