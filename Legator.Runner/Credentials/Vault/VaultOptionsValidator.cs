using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Says of every setting that cannot work what it is and what to set.</summary>
internal sealed class VaultOptionsValidator : IValidateOptions<VaultOptions>
{
    public ValidateOptionsResult Validate(string? name, VaultOptions options)
    {
        List<string> problems =
        [
            .. Outside(nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
            .. Outside(nameof(options.TokenTtl), options.TokenTtl, TimeSpan.FromMinutes(2), TimeSpan.FromHours(1)),
        ];
        if (string.IsNullOrWhiteSpace(options.ServiceAccountTokenFile))
        {
            problems.Add($"{VaultOptions.Section}:{nameof(options.ServiceAccountTokenFile)} is empty: set it, or leave it out for its default.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Outside(string key, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least || value > most ? [$"{VaultOptions.Section}:{key} is {value}: set it to {least} to {most}."] : [];
}
