using System.Net.Http.Headers;
using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Core.Resources.ModelTiers;
using Legator.ServiceDefaults.ModelAccess;

namespace Legator.Operator.ModelTiers;

/// <summary>Asks a provider for the list of its models: that costs nothing, and tells whether it is there, knows us, and has the model.</summary>
internal sealed class ModelProbe(ProbeCredentials credentials, TimeProvider time) : IDisposable
{
    public const string OnlyFallback = "OnlyFallbackAnswers";

    private const int LongestList = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestList,
    };

    /// <summary>Asks the provider of one mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="auth">Its own auth, or the config's.</param>
    /// <param name="namespaces">Namespaces where its Secret may be, besides the product's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ModelAnswer> AskAsync(TierMapping mapping, ProviderAuthSpec? auth, IReadOnlyCollection<string> namespaces, CancellationToken cancellationToken)
    {
        var name = $"{mapping.Provider}/{mapping.Model}";
        if (mapping.Provider == "scripted")
        {
            return new ModelAnswer(true, "NobodyToAsk", $"{name} plays a script and asks nobody.");
        }

        if (ModelAddress.Of(mapping.Provider, mapping.Endpoint ?? mapping.BaseUrl, out var problem) is not { } address)
        {
            return new ModelAnswer(false, TierProblem.Invalid, $"{name} cannot be asked: {problem}.");
        }

        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var where = $"{name} at {address.Scheme}://{address.Authority}{address.AbsolutePath.TrimEnd('/')}";
        try
        {
            return await AskAsync(mapping, address, auth, namespaces, where, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelAnswer(false, "ProviderUnreachable", $"{where} does not answer within {Patience.TotalSeconds:F0} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or FormatException or ClusterException)
        {
            return new ModelAnswer(false, "ProviderUnreachable", $"{where} cannot be reached ({e.Message}).");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<ModelAnswer> AskAsync(TierMapping mapping, Uri address, ProviderAuthSpec? auth, IReadOnlyCollection<string> namespaces, string where, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.AbsoluteUri.TrimEnd('/') + ListOf(mapping.Provider)));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (mapping.Provider == "anthropic")
        {
            request.Headers.Add("anthropic-version", "2023-06-01");
        }

        try
        {
            if (await credentials.ProveAsync(request, mapping.Provider, auth, namespaces, _http, cancellationToken) is { } missing)
            {
                return new ModelAnswer(false, TierProblem.SecretMissing, $"{where} was not asked: {missing}.");
            }
        }
        catch (GrantRefusedException e)
        {
            return new ModelAnswer(false, "CredentialRefused", $"{where} was not asked, because the token endpoint that Secret '{auth?.SecretRef}' names says no. {e.Message}");
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        return (int)response.StatusCode switch
        {
            401 or 403 when auth?.Type == ProviderAuthType.ServiceAccount => new ModelAnswer(true, "ProviderAnswers", $"{where} answers; whether it takes the token of the Runners is not known here."),
            401 or 403 => new ModelAnswer(false, "CredentialRefused", $"{where} refuses the credential (HTTP {(int)response.StatusCode}): check {(auth?.SecretRef is { } secret ? $"Secret '{secret}'" : "auth")}."),
            >= 500 or 429 => new ModelAnswer(false, "ProviderFails", $"{where} answers HTTP {(int)response.StatusCode}."),
            200 => Listed(mapping, await response.Content.ReadAsByteArrayAsync(cancellationToken), where),
            _ => new ModelAnswer(true, "ProviderAnswers", $"{where} answers, and lists no models (HTTP {(int)response.StatusCode})."),
        };
    }

    private static string ListOf(string provider) => provider switch
    {
        "anthropic" => "/v1/models?limit=1",
        "ollama" => "/api/tags",
        _ => "/models",
    };

    /// <summary>Servers of one's own list exactly what they serve; the others know aliases that they do not list.</summary>
    private static ModelAnswer Listed(TierMapping mapping, byte[] body, string where)
    {
        var answers = new ModelAnswer(true, "ProviderAnswers", $"{where} answers.");
        if (mapping.Provider is not ("ollama" or "vllm") || Names(body) is not { } names)
        {
            return answers;
        }

        return names.Contains(mapping.Model, StringComparer.OrdinalIgnoreCase) || names.Contains(mapping.Model + ":latest", StringComparer.OrdinalIgnoreCase)
            ? answers
            : new ModelAnswer(false, "ModelNotServed", $"{where} answers, and does not serve that model: {(mapping.Provider == "ollama" ? $"pull it there (ollama pull {mapping.Model})" : "name one that it serves")}.");
    }

    private static List<string>? Names(byte[] body)
    {
        try
        {
            var list = JsonElement.Parse(body);
            var items = list.TryGetProperty("models", out var models) ? models : list.GetProperty("data");
            return [.. items.EnumerateArray().Select(item => (item.TryGetProperty("name", out var name) ? name : item.GetProperty("id")).GetString() ?? "")];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
