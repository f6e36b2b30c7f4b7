using Legator.Backends.Notifications;
using Legator.Core.Notifications;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Tests.Notifications;

public sealed class SqliteNotificationOutboxTests : NotificationOutboxContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("legator-outbox-").FullName;

    private string Journal => $"Data Source={Path.Combine(folder, "deep", "journal.db")}";

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Open_FormatOfANewerVersion_SaysSo()
    {
        await Outbox.PositionAsync("*", Stop);
        await using (var connection = new SqliteConnection(SqliteOutboxDatabase.Beside(Journal)))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=99";
            command.ExecuteNonQuery();
        }

        var newer = await OpenAsync();
        (await Should.ThrowAsync<OutboxUnavailableException>(() => newer.PositionAsync("*", Stop))).Message.ShouldContain("format 99");
    }

    [Fact]
    public async Task Storage_LiesBesideTheJournal()
    {
        await PutAsync(Messages.Of("a"));
        File.Exists(Path.Combine(folder, "deep", "journal.outbox.db")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "deep", "journal.db")).ShouldBeFalse();
    }

    private protected override ValueTask<INotificationOutbox> OpenAsync() =>
        ValueTask.FromResult<INotificationOutbox>(new SqlNotificationOutbox(new SqliteOutboxDatabase(SqliteOutboxDatabase.Beside(Journal)), Time));
}
