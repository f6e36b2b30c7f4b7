using Legator.Backends.Kubernetes.Dynamic;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Kubernetes;

/// <summary>Connects the service to its Kubernetes API.</summary>
public static class ClusterRegistration
{
    /// <summary>Adds <see cref="ClusterConnection"/>, <see cref="ResourceClient{T}"/> and <see cref="DynamicClient"/>, from configuration section <c>Cluster</c>.</summary>
    public static IHostApplicationBuilder AddCluster(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>());
        services.TryAddSingleton(provider => new ClusterConnection(
            provider.GetRequiredService<IOptions<ClusterOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(typeof(ResourceClient<>));
        services.TryAddSingleton<DynamicClient>();
        return builder;
    }
}
