using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Runner.Credentials;

namespace Legator.Runner.Providers;

/// <summary>Reads what a tier's <c>auth</c> names.</summary>
internal sealed class ModelCredentials(SecretReader secrets)
{
    /// <exception cref="ModelUnusableException">The Secret or its field is missing, or the kind of auth is not supported.</exception>
    public Task<ModelCredential> ReadAsync(RunSnapshot snapshot, CancellationToken cancellationToken) => snapshot.Model.Auth?.Type switch
    {
        null or ProviderAuthType.None => Task.FromResult(ModelCredential.None),
        ProviderAuthType.ApiKey => ApiKeyAsync(snapshot, cancellationToken),
        ProviderAuthType.Custom => HeadersAsync(snapshot, cancellationToken),
        var type => throw new ModelUnusableException(
            $"auth.type '{type}' of tier '{snapshot.Model.TierName}' is not supported by this version: use apiKey, custom or none."),
    };

    private async Task<ModelCredential> ApiKeyAsync(RunSnapshot snapshot, CancellationToken cancellationToken)
    {
        var (secret, fields) = await FieldsAsync(snapshot, cancellationToken);
        var key = secret.Key ?? "api-key";
        return fields.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } apiKey
            ? ModelCredential.None with { ApiKey = apiKey }
            : throw new ModelUnusableException($"Secret '{secret.Name}' has no field '{key}': add it, or name the right one in auth.secretKey.");
    }

    private async Task<ModelCredential> HeadersAsync(RunSnapshot snapshot, CancellationToken cancellationToken) =>
        ModelCredential.None with { Headers = (await FieldsAsync(snapshot, cancellationToken)).Fields.ToDictionary(f => f.Key, f => f.Value.Trim()) };

    private async Task<(RunSnapshotSecret Secret, IReadOnlyDictionary<string, string> Fields)> FieldsAsync(RunSnapshot snapshot, CancellationToken cancellationToken)
    {
        var secret = snapshot.Model.Auth?.Secret
            ?? throw new ModelUnusableException($"auth of tier '{snapshot.Model.TierName}' names no Secret: set auth.secretRef.");
        var fields = await secrets.FindAsync(secret, snapshot.Agent.Namespace, cancellationToken);
        return fields is null
            ? throw new ModelUnusableException($"Secret '{secret.Name}' is in none of the namespaces {string.Join(", ", secrets.NamespacesOf(secret, snapshot.Agent.Namespace))}: create it.")
            : (secret, fields);
    }
}
