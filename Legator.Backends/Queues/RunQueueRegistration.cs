using System.Globalization;
using Legator.Backends.Journals;
using Legator.Core.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Queues;

/// <summary>Connects the service to the run queue.</summary>
public static partial class RunQueueRegistration
{
    /// <summary>Adds <see cref="IRunQueue"/>: in Redis where there is a connection string <c>queue</c>, else in memory. A queue that is already registered stays: one process that hosts several services shares one.</summary>
    public static IHostApplicationBuilder AddRunQueue(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        if (services.Any(service => service.ServiceType == typeof(IRunQueue)))
        {
            return builder;
        }

        services.AddOptions<RunQueueOptions>().BindConfiguration(RunQueueOptions.Section)
            .Configure(options => options.ConnectionString = builder.Configuration.GetConnectionString(RunQueueOptions.ConnectionName) ?? "")
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RunQueueOptions>, RunQueueOptionsValidator>());
        services.AddSingleton<IRunQueue>(provider => Create(
            provider.GetRequiredService<IOptions<RunQueueOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            builder.Configuration.GetConnectionString(RunJournalOptions.ConnectionName) ?? ""));
        return builder;
    }

    private static IRunQueue Create(RunQueueOptions options, TimeProvider time, ILoggerFactory loggers, string journal)
    {
        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return new RedisRunQueue(options, Consumer(time), time, loggers.CreateLogger<RedisRunQueue>());
        }

        if (JournalEngines.Of(journal) == JournalEngine.Postgres)
        {
            Log.Alone(loggers.CreateLogger<InMemoryRunQueue>());
        }

        return new InMemoryRunQueue(time, options);
    }

    // A claim of an earlier life of this process must not look like its own: the start time tells them apart.
    private static string Consumer(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{time.GetUtcNow().ToUnixTimeMilliseconds():x}");

    private static partial class Log
    {
        [LoggerMessage(3501, LogLevel.Warning, "The run queue is in the memory of this process, and the journal is a database that several processes share: set ConnectionStrings:queue to the address of Redis, or no other process sees what is queued here")]
        public static partial void Alone(ILogger logger);
    }
}
