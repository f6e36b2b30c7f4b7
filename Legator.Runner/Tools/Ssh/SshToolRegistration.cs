using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Ssh;

internal static class SshToolRegistration
{
    public static IServiceCollection AddSshTool(this IServiceCollection services)
    {
        services.TryAddSingleton<HostKeyPins>();
        services.TryAddSingleton<SshConnector>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Tool, SshExecTool>());
        return services;
    }
}
