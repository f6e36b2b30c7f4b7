using Legator.Core.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Legator.Backends.Queues;

/// <summary>Connects the service to the run queue.</summary>
public static class RunQueueRegistration
{
    /// <summary>Adds <see cref="IRunQueue"/>, in memory. A queue that is already registered stays: one process that hosts several services shares one.</summary>
    public static IHostApplicationBuilder AddRunQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IRunQueue>(provider => new InMemoryRunQueue(provider.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
