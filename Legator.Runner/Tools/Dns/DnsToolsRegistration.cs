using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Dns;

internal static class DnsToolsRegistration
{
    public static IServiceCollection AddDnsTools(this IServiceCollection services)
    {
        services.AddOptions<DnsOptions>().BindConfiguration(DnsOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DnsOptions>, DnsOptionsValidator>());
        services.TryAddSingleton<DnsResolver>();
        services.TryAddEnumerable([ServiceDescriptor.Singleton<Tool, DnsQueryTool>(), ServiceDescriptor.Singleton<Tool, DnsReverseTool>()]);
        return services;
    }
}
