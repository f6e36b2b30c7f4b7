using Legator.Core.Runs;

namespace Legator.Core.RunLists;

/// <summary>All runs that there ever were, in short, newest first: what lists are read from, however many they are. Every method may throw <see cref="JournalUnavailableException"/>.</summary>
public interface IRunListStore
{
    /// <summary>Reads one page.</summary>
    Task<IReadOnlyList<RunListRow>> ListAsync(RunListQuery query, CancellationToken cancellationToken);

    /// <summary>The rows of a name: one at most where the namespace is given.</summary>
    Task<IReadOnlyList<RunListRow>> FindAsync(string? inNamespace, string name, CancellationToken cancellationToken);

    /// <summary>Counts the runs that fit a query, its place left aside, up to a limit; so it takes the same time whatever the length.</summary>
    Task<int> CountAsync(RunListQuery query, int atMost, CancellationToken cancellationToken);

    /// <summary>Which versions of LegatorRuns the rows are of; runs without a row are left out.</summary>
    Task<IReadOnlyDictionary<RunKey, string>> VersionsAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken);

    /// <summary>Adds rows or puts them in the place of older ones.</summary>
    Task PutAsync(IReadOnlyList<RunListRow> rows, CancellationToken cancellationToken);

    /// <summary>LegatorRuns were deleted: those that had not ended are shown as cancelled, all others stay as they are.</summary>
    Task DeletedAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken);
}
