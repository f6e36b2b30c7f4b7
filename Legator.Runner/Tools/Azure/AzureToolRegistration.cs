using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Azure;

internal static class AzureToolRegistration
{
    public static IServiceCollection AddAzureTool(this IServiceCollection services)
    {
        services.TryAddSingleton<AzureClient>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Tool, AzCliTool>());
        return services;
    }
}
