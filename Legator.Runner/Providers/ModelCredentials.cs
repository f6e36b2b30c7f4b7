using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Runner.Credentials;
using Legator.Runner.Work;
using Legator.ServiceDefaults.ModelAccess;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Providers;

/// <summary>Reads what a tier's <c>auth</c> names.</summary>
internal sealed class ModelCredentials(SecretReader secrets, ModelTransport transport, IOptions<RunnerOptions> options, TimeProvider time)
{
    /// <summary>Reads the credential of a run's model.</summary>
    /// <param name="snapshot">The run's snapshot.</param>
    /// <param name="known">Is told of every secret value.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ModelUnusableException">The Secret or its field is missing.</exception>
    public async Task<ModelCredential> ReadAsync(RunSnapshot snapshot, ModelSecrets known, CancellationToken cancellationToken)
    {
        var credential = snapshot.Model.Auth?.Type switch
        {
            null or ProviderAuthType.None => ModelCredential.None,
            ProviderAuthType.ApiKey => await ApiKeyAsync(snapshot, cancellationToken),
            ProviderAuthType.OAuth => await GrantAsync(snapshot, known, cancellationToken),
            ProviderAuthType.ServiceAccount => ModelCredential.None with { Tokens = new AccountTokens(options.Value.ServiceAccountTokenFile, known) },
            ProviderAuthType.Custom => await HeadersAsync(snapshot, cancellationToken),
            var type => throw new ModelUnusableException($"auth.type '{type}' of tier '{snapshot.Model.TierName}' is unknown: use apiKey, oauth, serviceAccount, custom or none."),
        };
        known.Add(credential.Values);
        return credential;
    }

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

    private async Task<ModelCredential> GrantAsync(RunSnapshot snapshot, ModelSecrets known, CancellationToken cancellationToken)
    {
        var (secret, fields) = await FieldsAsync(snapshot, cancellationToken);
        var client = ClientCredentials.Read(fields, out var problem) ?? throw new ModelUnusableException($"Secret '{secret.Name}' {problem}.");
        known.Add(fields["client-secret"].Trim());
        return ModelCredential.None with { Tokens = new GrantedTokens(transport.Plain(), client, secret.Name, known, time) };
    }

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
