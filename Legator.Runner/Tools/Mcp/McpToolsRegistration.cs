using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Mcp;

internal static class McpToolsRegistration
{
    public static IServiceCollection AddMcpTools(this IServiceCollection services)
    {
        services.AddOptions<McpOptions>().BindConfiguration(McpOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<McpOptions>, McpOptionsValidator>());
        services.TryAddSingleton<McpConnector>();
        services.TryAddSingleton<McpServers>();
        return services;
    }
}
