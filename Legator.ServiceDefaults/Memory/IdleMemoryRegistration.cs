using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.ServiceDefaults.Memory;

/// <summary>Adds what gives memory back.</summary>
public static class IdleMemoryRegistration
{
    /// <summary>For services that work in bursts and wait in between.</summary>
    public static IHostApplicationBuilder AddIdleMemory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<IdleMemory>();
        return builder;
    }
}
