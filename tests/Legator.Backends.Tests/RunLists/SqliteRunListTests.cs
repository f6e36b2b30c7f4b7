using Legator.Backends.Journals;
using Legator.Backends.RunLists;
using Legator.Core.RunLists;

namespace Legator.Backends.Tests.RunLists;

public sealed class SqliteRunListTests : RunListContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("legator-list-").FullName;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask<IRunListStore> OpenAsync() =>
        ValueTask.FromResult<IRunListStore>(new SqliteRunListStore(new SqliteJournalDatabase($"Data Source={Path.Combine(folder, "journal.db")};Pooling=false")));
}
