using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.Backends.SkillSources;

/// <summary>Adds the way to git servers and registries.</summary>
public static class SkillSourceRegistration
{
    public static IHostApplicationBuilder AddSkillSources(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SkillSourceOptions>().BindConfiguration(SkillSourceOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SkillSourceOptions>, SkillSourceOptionsValidator>();
        builder.Services.AddSingleton(provider => new SourceConnections(provider.GetRequiredService<IOptions<SkillSourceOptions>>().Value));
        return builder;
    }
}
