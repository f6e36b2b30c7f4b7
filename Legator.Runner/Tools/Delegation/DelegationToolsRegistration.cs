using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Adds what agents say to each other: tasks and events.</summary>
internal static class DelegationToolsRegistration
{
    public static IServiceCollection AddDelegationTools(this IServiceCollection services)
    {
        services.TryAddSingleton<TaskBoard>();
        services.TryAddSingleton<TaskAnswers>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<Tool, A2aDelegateTool>(),
            ServiceDescriptor.Singleton<Tool, A2aCheckTool>(),
            ServiceDescriptor.Singleton<Tool, A2aAcceptTool>(),
            ServiceDescriptor.Singleton<Tool, A2aCompleteTool>(),
            ServiceDescriptor.Singleton<Tool, A2aFailTool>(),
            ServiceDescriptor.Singleton<Tool, EventPublishTool>(),
            ServiceDescriptor.Singleton<Tool, EventListTool>(),
        ]);
        return services;
    }
}
