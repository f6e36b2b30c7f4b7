using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Http;

internal static class HttpToolsRegistration
{
    public static IServiceCollection AddHttpTools(this IServiceCollection services)
    {
        services.TryAddSingleton<GuardedHttp>();
        services.TryAddSingleton<HttpRequests>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<Tool, HttpGetTool>(),
            ServiceDescriptor.Singleton<Tool, HttpHeadTool>(),
            ServiceDescriptor.Singleton<Tool, HttpPostTool>(),
            ServiceDescriptor.Singleton<Tool, HttpPutTool>(),
            ServiceDescriptor.Singleton<Tool, HttpPatchTool>(),
            ServiceDescriptor.Singleton<Tool, HttpDeleteTool>(),
            ServiceDescriptor.Singleton<Tool, HttpRequestTool>(),
        ]);
        return services;
    }
}
