using System.Globalization;
using Legator.Backends.Journals;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Tests.Journals;

public sealed class SqliteAuditTests : AuditContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("legator-audit-").FullName;
    private SqliteRunJournal? journal;

    private protected override string Events => "events";

    private protected override string Checkpoints => "checkpoints";

    private protected override string Marks => "marks";

    private string Connection => $"Data Source={Path.Combine(folder, "journal.db")};Pooling=false";

    public override async ValueTask DisposeAsync()
    {
        await journal!.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_FileOfTheFirstFormat_KeepsItsEventsAndVerifies()
    {
        await Journal.AppendAsync(new RunKey("agents", "old"), JournalHead.Empty, RunJournalContract.Said("written before"), Stop);
        await ExecuteAsync(
            """
            DROP TRIGGER events_vanish_retired; DROP TABLE checkpoints; DROP TABLE marks; PRAGMA user_version=1;
            CREATE TRIGGER events_never_vanish BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
            """);

        var log = new SqliteAuditLog(new SqliteJournalDatabase(Connection));

        (await log.NewestAsync(Stop)).ShouldBeNull();
        await foreach (var batch in log.EventsAsync(0, long.MaxValue, withData: true, Stop))
        {
            batch.ShouldHaveSingleItem().FitsItsHash().ShouldBeTrue();
        }
    }

    private protected override string Hex(string hash) => $"x'{hash}'";

    private protected override ValueTask<(IRunJournal Journal, IAuditLog Log)> OpenAsync()
    {
        journal = new SqliteRunJournal(new RunJournalOptions { ConnectionString = Connection }, TimeProvider.System);
        return ValueTask.FromResult(((IRunJournal)journal, (IAuditLog)new SqliteAuditLog(new SqliteJournalDatabase(Connection))));
    }

    private protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    private protected override Task TamperAsync(params string[] statements) => ExecuteAsync(string.Join(
        ";",
        ["DROP TRIGGER events_never_change", "DROP TRIGGER events_vanish_retired", "DROP TRIGGER checkpoints_never_vanish", "DROP TRIGGER marks_never_vanish", .. statements]));

    private protected override async Task<long> PositionAsync(string run, long sequence)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT position FROM events WHERE run = '{run}' AND sequence = {sequence}");
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
