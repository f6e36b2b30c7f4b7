using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.ModelTiers;
using Legator.ServiceDefaults.ModelAccess;
using Microsoft.Extensions.Options;

namespace Legator.Operator.ModelTiers;

/// <summary>Puts on a question to a provider what a run would put on it. Nothing is kept but tokens, until shortly before they end.</summary>
internal sealed class ProbeCredentials(ResourceClient<Secret> secrets, IOptions<OperatorOptions> options, TimeProvider time)
{
    private const int MostTokens = 100;
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, GrantedToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>Proves who asks.</summary>
    /// <returns>Null when that could be done; else what is missing, as a sentence without its end.</returns>
    /// <exception cref="GrantRefusedException">A token endpoint said no.</exception>
    public async Task<string?> ProveAsync(HttpRequestMessage request, string provider, ProviderAuthSpec? auth, IReadOnlyCollection<string> namespaces, HttpClient http, CancellationToken cancellationToken)
    {
        if (auth?.Type is null or ProviderAuthType.None or ProviderAuthType.ServiceAccount)
        {
            return null;
        }

        if (await FindAsync(auth.SecretRef, namespaces, cancellationToken) is not { } secret)
        {
            return $"there is no Secret '{auth.SecretRef}': create it";
        }

        var fields = (secret.Data ?? new Dictionary<string, byte[]>()).ToDictionary(field => field.Key, field => Encoding.UTF8.GetString(field.Value).Trim());
        return auth.Type switch
        {
            ProviderAuthType.ApiKey => Key(request, provider, auth, fields),
            ProviderAuthType.OAuth => await TokenAsync(request, secret, fields, http, cancellationToken),
            _ => Headers(request, fields),
        };
    }

    private async Task<Secret?> FindAsync(string? name, IReadOnlyCollection<string> namespaces, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        foreach (var place in namespaces.Prepend(options.Value.SystemNamespace).Distinct(StringComparer.Ordinal))
        {
            if (await secrets.GetAsync(place, name, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Key(HttpRequestMessage request, string provider, ProviderAuthSpec auth, Dictionary<string, string> fields)
    {
        if (!fields.TryGetValue(auth.SecretKey, out var key) || key.Length == 0)
        {
            return $"Secret '{auth.SecretRef}' has no field '{auth.SecretKey}': add it";
        }

        request.Headers.TryAddWithoutValidation(provider == "anthropic" ? "x-api-key" : "Authorization", provider == "anthropic" ? key : $"Bearer {key}");
        return null;
    }

    private async Task<string?> TokenAsync(HttpRequestMessage request, Secret secret, Dictionary<string, string> fields, HttpClient http, CancellationToken cancellationToken)
    {
        if (ClientCredentials.Read(fields, out var problem) is not { } client)
        {
            return $"Secret '{secret.Metadata.Name}' {problem}";
        }

        var version = $"{secret.Metadata.Namespace}/{secret.Metadata.Name}/{secret.Metadata.ResourceVersion}";
        if (!_tokens.TryGetValue(version, out var token) || token.Until - time.GetUtcNow() <= Early)
        {
            if (_tokens.Count >= MostTokens)
            {
                _tokens.Clear();
            }

            _tokens[version] = token = await client.AskAsync(http, time, cancellationToken);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return null;
    }

    private static string? Headers(HttpRequestMessage request, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return null;
    }
}
