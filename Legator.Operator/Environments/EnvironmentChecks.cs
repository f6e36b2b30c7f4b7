using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Core.Scheduling;
using Legator.Operator.Connectivity;
using Legator.Operator.Secrets;

namespace Legator.Operator.Environments;

/// <summary>Whether an environment can be used. Each problem names the field and the fix.</summary>
internal sealed class EnvironmentChecks(SecretPresence secrets, ClusterCheck cluster)
{
    /// <summary>Everything that is wrong; empty when it can be used.</summary>
    public async Task<IReadOnlyList<EnvironmentProblem>> CheckAsync(LegatorEnvironment environment, CancellationToken cancellationToken)
    {
        var problems = new List<EnvironmentProblem>(Fields(environment.Spec).Select(message => new EnvironmentProblem(message, true)));
        foreach (var secret in EnvironmentSecrets.Of(environment.Spec))
        {
            if (string.IsNullOrEmpty(secret.Name))
            {
                problems.Add(new EnvironmentProblem($"{secret.Field}: is not set: name the Secret that holds the credential", secret.Needed));
            }
            else if (await secrets.MissingAsync(environment.Metadata.Namespace ?? "", secret.Name, secret.Key, cancellationToken) is { } missing)
            {
                problems.Add(new EnvironmentProblem($"{secret.Field}: {missing}", secret.Needed));
            }
        }

        if (await cluster.ProblemAsync(environment, cancellationToken) is { } problem)
        {
            problems.Add(new EnvironmentProblem(problem, true));
            secrets.Watch(environment.Metadata.Namespace ?? "", environment.Spec.Connection!.Kubeconfig!.SecretRef);
        }

        return problems;
    }

    private static IEnumerable<string> Fields(LegatorEnvironmentSpec spec)
    {
        foreach (var (name, endpoint) in spec.Endpoints)
        {
            if (Url($"spec.endpoints.{name}.url", endpoint.Url) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var problem in McpServerChecks.Problems(spec))
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
