using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.ServiceDefaults.Connectivity;

/// <summary>Adds the look at an environment's network.</summary>
public static class ConnectivityRegistration
{
    /// <summary>Adds <see cref="ConnectivityCheck"/>. Needs the service defaults.</summary>
    public static IHostApplicationBuilder AddConnectivity(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ConnectivityOptions>().BindConfiguration(ConnectivityOptions.Section).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConnectivityOptions>, ConnectivityOptionsValidator>());
        builder.Services.TryAddSingleton<ConnectivityCheck>();
        return builder;
    }
}
