using Legator.Backends.Journals;
using Legator.Backends.RunLists;
using Legator.Backends.Tests.Servers;
using Legator.Core.RunLists;

namespace Legator.Backends.Tests.RunLists;

[Collection(nameof(PostgresServer))]
public sealed class PostgresRunListTests(PostgresServer server) : RunListContract
{
    private PostgresRunListStore? list;

    public override ValueTask DisposeAsync() => list?.DisposeAsync() ?? ValueTask.CompletedTask;

    private protected override async ValueTask<IRunListStore> OpenAsync() =>
        list = new PostgresRunListStore(new RunJournalOptions { ConnectionString = await server.NewDatabaseAsync() });
}
