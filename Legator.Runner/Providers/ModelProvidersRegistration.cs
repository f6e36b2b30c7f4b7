using Legator.Runner.Providers.Anthropic;
using Legator.Runner.Providers.Ollama;
using Legator.Runner.Providers.OpenAI;
using Legator.Runner.Providers.Scripted;
using Legator.Runner.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Providers;

/// <summary>Registers every model provider.</summary>
internal static class ModelProvidersRegistration
{
    public static IServiceCollection AddModelProviders(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ModelTransport(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<RunnerOptions>>().Value.ModelStreamIdle));
        services.AddSingleton<ModelCredentials>();
        services.AddSingleton<ModelProviders>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IModelProvider, AnthropicProvider>(),
            ServiceDescriptor.Singleton<IModelProvider, OpenAIProvider>(),
            ServiceDescriptor.Singleton<IModelProvider, OllamaProvider>(),
            ServiceDescriptor.Singleton<IModelProvider, ScriptedProvider>(),
        ]);
        return services;
    }
}
