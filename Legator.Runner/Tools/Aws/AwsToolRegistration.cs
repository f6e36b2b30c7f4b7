using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Aws;

internal static class AwsToolRegistration
{
    public static IServiceCollection AddAwsTool(this IServiceCollection services)
    {
        services.TryAddSingleton<AwsClient>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Tool, AwsCliTool>());
        return services;
    }
}
