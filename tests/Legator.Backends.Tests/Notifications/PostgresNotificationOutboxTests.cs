using Legator.Backends.Notifications;
using Legator.Backends.Tests.Servers;
using Legator.Core.Notifications;

namespace Legator.Backends.Tests.Notifications;

[Collection(nameof(PostgresServer))]
public sealed class PostgresNotificationOutboxTests(PostgresServer server) : NotificationOutboxContract
{
    private readonly List<SqlNotificationOutbox> opened = [];
    private string? database;

    public override async ValueTask DisposeAsync()
    {
        foreach (var outbox in opened)
        {
            await outbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task Open_ManyProcessesAtOnce_LayTheTablesOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync().AsTask()));
        await Task.WhenAll(all.Select((outbox, i) => outbox.EnqueueAsync("*", i, [Messages.Of($"m{i}")], Messages.NoLimit, Stop)));
        (await Outbox.ListAsync(new OutboxFilter(), Stop)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Server_CrashesAndComesBack_LosesNothing()
    {
        await PutAsync(Messages.Of("a"), Messages.Of("b", "mail"));
        await Outbox.DeliveredAsync("a", Stop);
        await server.CrashAndRestartAsync();
        await Eventually.IsTrueAsync("the outbox answers again", AnswersAsync);
        (await Outbox.FindAsync("a", Stop))!.State.ShouldBe(OutboxState.Delivered);
        (await TakeAsync()).ShouldBe(["b"]);
    }

    private protected override async ValueTask<INotificationOutbox> OpenAsync()
    {
        var outbox = new SqlNotificationOutbox(new PostgresOutboxDatabase(database ??= await server.NewDatabaseAsync()), Time);
        opened.Add(outbox);
        return outbox;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await Outbox.PositionAsync("*", Stop) is not null;
        }
        catch (OutboxUnavailableException)
        {
            return false;
        }
    }
}
