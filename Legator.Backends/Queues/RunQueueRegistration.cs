using System.Globalization;
using Legator.Core.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Queues;

/// <summary>Connects the service to the run queue.</summary>
public static class RunQueueRegistration
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
            provider.GetRequiredService<ILoggerFactory>()));
        return builder;
    }

    private static IRunQueue Create(RunQueueOptions options, TimeProvider time, ILoggerFactory loggers) =>
        string.IsNullOrWhiteSpace(options.ConnectionString)
            ? new InMemoryRunQueue(time, options)
            : new RedisRunQueue(options, Consumer(time), time, loggers.CreateLogger<RedisRunQueue>());

    // A claim of an earlier life of this process must not look like its own: the start time tells them apart.
    private static string Consumer(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{time.GetUtcNow().ToUnixTimeMilliseconds():x}");
}
