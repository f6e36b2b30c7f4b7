using Legator.Backends.RunLists;
using Legator.Core.Audit;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Journals;

/// <summary>Connects the service to the journal.</summary>
public static class RunJournalRegistration
{
    /// <summary>Adds <see cref="IRunJournal"/>, <see cref="IAuditLog"/> and <see cref="IRunListStore"/> from the connection string <c>journal</c>: <c>Data Source=…</c> is a SQLite file, <c>Host=…</c> a PostgreSQL database. A journal that is already registered stays.</summary>
    public static IHostApplicationBuilder AddRunJournal(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        if (services.Any(service => service.ServiceType == typeof(IRunJournal)))
        {
            return builder;
        }

        services.AddOptions<RunJournalOptions>()
            .Configure(options => options.ConnectionString = builder.Configuration.GetConnectionString(RunJournalOptions.ConnectionName) ?? "")
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RunJournalOptions>, RunJournalOptionsValidator>());
        services.AddSingleton<IRunJournal>(provider => Create(
            provider.GetRequiredService<IOptions<RunJournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => CreateLog(provider.GetRequiredService<IOptions<RunJournalOptions>>().Value));
        services.AddSingleton(provider => CreateList(provider.GetRequiredService<IOptions<RunJournalOptions>>().Value));
        services.AddSingleton<CheckpointMaker>();
        return builder;
    }

    private static IRunListStore CreateList(RunJournalOptions options) =>
        JournalEngines.Of(options.ConnectionString) == JournalEngine.Postgres
            ? new PostgresRunListStore(options)
            : new SqliteRunListStore(new SqliteJournalDatabase(options.ConnectionString));

    private static IAuditLog CreateLog(RunJournalOptions options) =>
        JournalEngines.Of(options.ConnectionString) == JournalEngine.Postgres
            ? new PostgresAuditLog(options)
            : new SqliteAuditLog(new SqliteJournalDatabase(options.ConnectionString));

    private static IRunJournal Create(RunJournalOptions options, TimeProvider time, ILoggerFactory loggers) =>
        JournalEngines.Of(options.ConnectionString) == JournalEngine.Postgres
            ? new PostgresRunJournal(options, time, loggers.CreateLogger<PostgresRunJournal>())
            : new SqliteRunJournal(options, time);
}
