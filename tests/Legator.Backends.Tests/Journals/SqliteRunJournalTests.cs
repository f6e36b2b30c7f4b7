using Legator.Backends.Journals;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Tests.Journals;

public sealed class SqliteRunJournalTests : RunJournalContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("legator-journal-").FullName;
    private readonly List<SqliteRunJournal> opened = [];

    private string File => Path.Combine(folder, "deep", "journal.db");

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened)
        {
            await journal.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE events SET data = '{}'")]
    [InlineData("DELETE FROM events")]
    [InlineData("INSERT OR REPLACE INTO events SELECT position, namespace, run, sequence, time, '{}', previous_hash, hash FROM events")]
    public async Task Storage_ChangeOfAnEvent_IsRefused(string sql)
    {
        await WriteAsync(Journal, Run, 2);
        using var connection = new SqliteConnection($"Data Source={File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("append-only");

        RunEventChain.Verify(await Journal.ReadAsync(Run, 0, 10, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_FormatOfANewerVersion_SaysSo()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "newer.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version=99";
        command.ExecuteNonQuery();

        var refusal = await Should.ThrowAsync<JournalUnavailableException>(() =>
            Task.FromResult(new SqliteRunJournal(new RunJournalOptions { ConnectionString = connection.ConnectionString }, TimeProvider.System)));

        refusal.Message.ShouldContain("format 99");
    }

    [Fact]
    public async Task Kill_WhileWriting_LosesNothingThatWasAnswered()
    {
        for (var round = 0; round < 5; round++)
        {
            var file = Path.Combine(folder, $"killed-{round}.db");
            var answered = await JournalWriterProcess.WriteUntilKilledAsync(file, 40 + (round * 17), Stop);

            await using var journal = new SqliteRunJournal(new RunJournalOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
            foreach (var (run, sequence) in answered)
            {
                var events = await journal.ReadAsync(run, 0, 100_000, Stop);
                events.Count.ShouldBeGreaterThanOrEqualTo((int)sequence);
                RunEventChain.Verify(events).ShouldBeNull();
            }
        }
    }

    private protected override ValueTask<IRunJournal> OpenAsync()
    {
        var journal = new SqliteRunJournal(
            new RunJournalOptions { ConnectionString = $"Data Source={File}", PollInterval = TimeSpan.FromMilliseconds(20) },
            TimeProvider.System);
        opened.Add(journal);
        return ValueTask.FromResult<IRunJournal>(journal);
    }
}
