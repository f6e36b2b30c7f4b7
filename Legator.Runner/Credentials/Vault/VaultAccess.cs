using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;
using Legator.Core.Scheduling;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>One credential that comes from Vault: what the environment says of it, and the way to ask for it.</summary>
internal sealed class VaultAccess(string name, CredentialRef reference, VaultSessionScope scope, SecretReader secrets, Func<CancellationToken, Task<VaultSession>> session)
{
    private static readonly TimeSpan LeastTtl = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostTtl = TimeSpan.FromHours(24);

    public string Name => name;

    /// <summary>What the credential's tools see it as.</summary>
    public CredentialType Type => reference is { Type: CredentialType.VaultKv, Vault.As: { } meant } ? meant : reference.Type;

    public string Mount => Part(reference.Vault?.Mount, "mount");

    public string Role => Part(reference.Vault?.Role, "role");

    public string Path => Part(reference.Vault?.Path, "path");

    public TimeSpan Ttl => GoDuration.TryParse(reference.Vault?.Ttl ?? "5m", out var ttl, out _) && ttl >= LeastTtl && ttl <= MostTtl
        ? ttl
        : throw new CredentialException($"The credential '{name}' has a spec.credentials.{name}.vault.ttl that is no time from 1m to 24h.");

    /// <summary>The fields of the credential's own Secret: where something is, never how to log in.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OwnFieldsAsync(CancellationToken cancellationToken)
    {
        if (reference.SecretRef is not { Length: > 0 } && reference.Type == CredentialType.VaultKv)
        {
            return new Dictionary<string, string>();
        }

        var fields = await secrets.ReadAsync($"The credential '{name}'", $"spec.credentials.{name}.secretRef", reference.SecretRef, scope.Namespace, cancellationToken);
        return reference.Type == CredentialType.VaultKv ? fields : CredentialFields.Of(name, reference.Type, fields);
    }

    /// <summary>Asks Vault.</summary>
    /// <returns>The answer, and the accessor of the token that it ends with.</returns>
    /// <exception cref="CredentialException">It did not give it.</exception>
    public async Task<(T Answer, string Accessor)> AskAsync<T>(Func<VaultClient, string, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await (await session(cancellationToken)).AskAsync(ask, cancellationToken);
        }
        catch (VaultException e)
        {
            throw new CredentialException($"The credential '{name}' cannot be had: {e.Message}");
        }
    }

    /// <summary>Keeps secret values out of everything that is written; to be called before they are used.</summary>
    public void Learn(params IEnumerable<string> values) => scope.Secrets.Add(values);

    /// <summary>Records that Vault made something.</summary>
    public Task RecordAsync(string id, TimeSpan ttl) => scope.Record.AppendAsync(new CredentialIssued(name, reference.Type, id, (long)ttl.TotalSeconds));

    private string Part(string? value, string field) => VaultPath.Of(value ?? "") is { Length: > 0 }
        ? value!
        : throw new CredentialException($"The credential '{name}' does not say what to ask Vault for: set spec.credentials.{name}.vault.{field}.");
}
