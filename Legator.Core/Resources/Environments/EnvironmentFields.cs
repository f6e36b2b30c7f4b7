using Legator.Core.Guardrails;
using Legator.Core.Scheduling;

namespace Legator.Core.Resources.Environments;

/// <summary>Checks the fields of an environment that a schema cannot. Each problem names the field and the fix.</summary>
public static class EnvironmentFields
{
    /// <summary>Everything that is wrong, each as <c>field: what and how to mend it</c>.</summary>
    public static IEnumerable<string> Problems(LegatorEnvironmentSpec spec)
    {
        foreach (var (name, endpoint) in spec.Endpoints)
        {
            if (Url($"spec.endpoints.{name}.url", endpoint.Url) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var problem in McpServerFields.Problems(spec))
        {
            yield return problem;
        }

        if (spec.Vault is { } vault && Url("spec.vault.address", vault.Address) is { } address)
        {
            yield return address;
        }

        if (spec.Vault is { AuthMethod: VaultAuthMethod.Kubernetes } byAccount && string.IsNullOrWhiteSpace(byAccount.K8sAuthRole))
        {
            yield return "spec.vault.k8sAuthRole: is not set: name the role of Vault's kubernetes method that the runner asks for";
        }

        if (spec.DataResources is { } data && !GoDuration.TryParse(data.BackupMaxAge, out _, out var error))
        {
            yield return $"spec.dataResources.backupMaxAge: {error}";
        }

        foreach (var problem in SiteProtection.Problems("spec.protectionClasses", spec.ProtectionClasses))
        {
            yield return problem;
        }

        foreach (var problem in ConnectivityFields.Problems(spec.Connectivity))
        {
            yield return problem;
        }

        foreach (var name in spec.Credentials.Where(credential => NeedsVault(credential.Value) && spec.Vault is null).Select(credential => credential.Key))
        {
            yield return $"spec.credentials.{name}: comes from Vault, and spec.vault is not set: set it";
        }
    }

    private static bool NeedsVault(CredentialRef credential) =>
        credential.Type is CredentialType.VaultKv or CredentialType.VaultSshCa or CredentialType.VaultDatabase;

    private static string? Url(string field, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is not "file" && url.Host.Length > 0
            ? null
            : $"{field}: '{text}' is not a URL: write an absolute one such as https://host:8443";
}
