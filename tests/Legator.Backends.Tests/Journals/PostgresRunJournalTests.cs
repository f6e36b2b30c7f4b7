using Legator.Backends.Journals;
using Legator.Backends.Tests.Servers;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Legator.Backends.Tests.Journals;

[Collection(nameof(PostgresServer))]
public sealed class PostgresRunJournalTests(PostgresServer server) : RunJournalContract
{
    private readonly List<PostgresRunJournal> opened = [];
    private string? database;

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened)
        {
            await journal.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("UPDATE run_events SET data = '{}'")]
    [InlineData("DELETE FROM run_events")]
    [InlineData("TRUNCATE run_events")]
    public async Task Storage_ChangeOfAnEvent_IsRefused(string sql)
    {
        await WriteAsync(Journal, Run, 2);

        (await Should.ThrowAsync<PostgresException>(() => PostgresServer.ExecuteAsync(database!, sql))).Message.ShouldContain("append-only");

        RunEventChain.Verify(await Journal.ReadAsync(Run, 0, 10, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_ManyProcessesAtOnce_MigrateOnce()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync().AsTask()));

        await Task.WhenAll(journals.Select((journal, i) => WriteAsync(journal, new RunKey("agents", $"r{i}"), 2)));

        (await CollectAsync(0, 12)).Count.ShouldBe(12);
    }

    [Fact]
    public async Task Open_RoleWithoutRightsToChange_AppendsAndReads()
    {
        await Journal.PositionAsync(Stop);
        await PostgresServer.ExecuteAsync(database!, "CREATE ROLE runner LOGIN; GRANT SELECT ON journal_format TO runner; GRANT SELECT, INSERT ON run_events TO runner");

        var journal = Open(database!.Replace("Username=postgres", "Username=runner", StringComparison.Ordinal));
        await WriteAsync(journal, Run, 2);

        (await journal.ReadAsync(Run, 0, 10, Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_CrashesAndComesBack_LosesNothingAndGoesOn()
    {
        await WriteAsync(Journal, Run, 5);
        var head = await Journal.HeadAsync(Run, Stop);
        (await CollectAsync(0, 5)).Count.ShouldBe(5);

        await server.CrashAndRestartAsync();

        var appended = await Journal.AppendAsync(Run, head, Said("after the crash"), Stop);
        appended.Sequence.ShouldBe(6);
        RunEventChain.Verify(await Journal.ReadAsync(Run, 0, 10, Stop)).ShouldBeNull();
    }

    private protected override async ValueTask<IRunJournal> OpenAsync() => Open(database ??= await server.NewDatabaseAsync());

    private PostgresRunJournal Open(string connectionString)
    {
        var journal = new PostgresRunJournal(new RunJournalOptions { ConnectionString = connectionString }, TimeProvider.System, NullLogger<PostgresRunJournal>.Instance);
        opened.Add(journal);
        return journal;
    }
}
