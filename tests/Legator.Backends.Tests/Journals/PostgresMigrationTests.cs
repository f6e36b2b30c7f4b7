using Legator.Backends.Journals;
using Legator.Backends.Tests.Servers;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Legator.Backends.Tests.Journals;

[Collection(nameof(PostgresServer))]
public sealed class PostgresMigrationTests(PostgresServer server)
{
    private static readonly RunKey Run = new("agents", "old");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_TablesOfTheFirstFormat_KeepsEventsPlacesAndRights()
    {
        var database = await server.NewDatabaseAsync();
        await LayFirstFormatAsync(database);
        await using var journal = Open(database);

        var events = await journal.ReadAsync(Run, 0, 10, Stop);
        RunEventChain.Verify(events).ShouldBeNull();
        (await journal.PositionAsync(Stop)).ShouldBe(7);
        (await journal.AppendAsync(Run, JournalHead.After(events[^1]), RunJournalContract.Said("new"), Stop)).Sequence.ShouldBe(4);
        (await journal.PositionAsync(Stop)).ShouldBeGreaterThan(7);

        await using var old = Open(database.Replace("Username=postgres", "Username=was_granted", StringComparison.Ordinal));
        (await old.AppendAsync(new RunKey("agents", "other"), JournalHead.Empty, RunJournalContract.Said("mine"), Stop)).Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task Roles_OfTheDeployment_AppendAndReadAndChangeNothing()
    {
        var database = await server.NewDatabaseAsync();
        await using (var owner = Open(database))
        {
            await owner.PositionAsync(Stop);
        }

        await PostgresServer.ExecuteAsync(database, (await File.ReadAllTextAsync(RolesFile, Stop)) + "; ALTER ROLE legator_journal LOGIN");
        var theirs = database.Replace("Username=postgres", "Username=legator_journal", StringComparison.Ordinal);
        await using var journal = Open(theirs);
        await journal.AppendAsync(Run, JournalHead.Empty, RunJournalContract.Said("one"), Stop);
        (await journal.ReadAsync(Run, 0, 10, Stop)).ShouldHaveSingleItem();

        foreach (var sql in (string[])["UPDATE run_events SET data = ''", "DELETE FROM run_events", "TRUNCATE run_events", "UPDATE run_events_0 SET data = ''", "DELETE FROM audit_checkpoints", "INSERT INTO audit_checkpoints VALUES (1, '', '')", "ALTER TABLE run_events DISABLE TRIGGER ALL", "DROP TABLE run_events"])
        {
            (await Should.ThrowAsync<PostgresException>(() => PostgresServer.ExecuteAsync(theirs, sql), sql)).SqlState.ShouldBe("42501", sql);
        }
    }

    private static string RolesFile => Path.Combine(AppContext.BaseDirectory, "../../../../../deploy/postgres/roles.sql");

    private static PostgresRunJournal Open(string database) =>
        new(new RunJournalOptions { ConnectionString = database }, TimeProvider.System, NullLogger<PostgresRunJournal>.Instance);

    /// <summary>As the first release left it, with a gap in the positions and a role that was granted its rights by hand.</summary>
    private static async Task LayFirstFormatAsync(string database)
    {
        await PostgresServer.ExecuteAsync(
            database,
            $"""
            {PostgresMigrations.All[0]}
            CREATE TABLE journal_format (version int PRIMARY KEY); INSERT INTO journal_format VALUES (1);
            DROP ROLE IF EXISTS was_granted; CREATE ROLE was_granted LOGIN; GRANT SELECT ON journal_format TO was_granted; GRANT SELECT, INSERT ON run_events TO was_granted
            """);
        var head = JournalHead.Empty;
        foreach (var position in (long[])[1, 2, 7])
        {
            var next = RunEventChain.Link(Run, head, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), RunJournalContract.Said($"old {position}"));
            await PostgresServer.ExecuteAsync(
                database,
                $"INSERT INTO run_events OVERRIDING SYSTEM VALUE VALUES ({position}, 'agents', 'old', {next.Sequence}, '2026-01-01Z', false, '{System.Text.Json.JsonSerializer.Serialize<RunEventData>(next.Data, Legator.Core.LegatorJson.Options)}', '\\x{next.PreviousHash}', '\\x{next.Hash}')");
            head = JournalHead.After(next);
        }
    }
}
