using Legator.Core.Health;
using Legator.Core.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Adds informers; one a kind, shared by all who ask for it.</summary>
public static class InformerRegistration
{
    /// <summary>Adds <see cref="Informer{T}"/> and runs it. Needs <see cref="ClusterRegistration.AddCluster"/> and the service defaults. The first call for a kind decides its options.</summary>
    public static IHostApplicationBuilder AddInformer<T>(
        this IHostApplicationBuilder builder,
        Action<InformerOptions>? configure = null,
        Action<Informer<T>>? setUp = null)
        where T : class, IResource
    {
        builder.Services.TryAddSingleton(provider =>
        {
            var options = new InformerOptions();
            configure?.Invoke(options);
            var informer = new Informer<T>(
                provider.GetRequiredService<ResourceClient<T>>(),
                options,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Informer<T>>>(),
                provider.GetRequiredService<ILoopHeartbeats>());
            setUp?.Invoke(informer);
            return informer;
        });
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, InformerService<T>>());
        return builder;
    }
}
