using System.Data.Common;

namespace Legator.Backends.Notifications;

/// <summary>Where the outbox is kept; the statements are the same for all engines.</summary>
internal interface IOutboxDatabase : IAsyncDisposable
{
    /// <summary>Opens a connection to a database whose tables are laid.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
