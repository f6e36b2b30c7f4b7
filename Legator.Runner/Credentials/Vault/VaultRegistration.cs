using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Registers what gets credentials from Vault. Settings: section <c>Runner:Vault</c>.</summary>
internal static class VaultRegistration
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddOptions<VaultOptions>().BindConfiguration(VaultOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<VaultOptions>, VaultOptionsValidator>()
            .AddSingleton<VaultLogin>()
            .AddSingleton<VaultCredentials>()
            .AddSingleton<VaultLeftovers>();
    }
}
