using Legator.Backends.Journals;
using Legator.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Notifications;

/// <summary>Connects the service to the outbox of notifications.</summary>
public static class NotificationOutboxRegistration
{
    /// <summary>Adds <see cref="INotificationOutbox"/> beside the journal: a file of its own for SQLite, tables of its own for PostgreSQL. Needs the journal; an outbox that is already registered stays.</summary>
    public static IHostApplicationBuilder AddNotificationOutbox(this IHostApplicationBuilder builder)
    {
        if (builder.Services.All(service => service.ServiceType != typeof(INotificationOutbox)))
        {
            builder.Services.AddSingleton<INotificationOutbox>(provider => Create(
                provider.GetRequiredService<IOptions<RunJournalOptions>>().Value.ConnectionString,
                provider.GetRequiredService<TimeProvider>()));
        }

        return builder;
    }

    private static SqlNotificationOutbox Create(string journal, TimeProvider time) => new(
        JournalEngines.Of(journal) == JournalEngine.Postgres ? new PostgresOutboxDatabase(journal) : new SqliteOutboxDatabase(SqliteOutboxDatabase.Beside(journal)),
        time);
}
