using System.Security.Cryptography;
using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.ServiceDefaults.Vault;

namespace Legator.Operator.Vaults;

/// <summary>Asks a Vault whether it can be used. It is asked for no secret, and makes nothing: a login is left to the runs.</summary>
internal sealed class VaultCheck(ResourceClient<Secret> secrets, TimeProvider time)
{
    /// <summary>Type of the condition.</summary>
    public const string Condition = "VaultReady";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What the environment's Vault is like, with the credentials that depend on it.</summary>
    public async Task<Aspect> LookAsync(LegatorEnvironmentSpec spec, string ns, CancellationToken cancellationToken)
    {
        var (reason, problem) = await ProblemAsync(spec.Vault!, ns, cancellationToken);
        return problem is null
            ? new Aspect(Condition, true, "VaultUsable", $"Vault at {spec.Vault!.Address} answers.")
            : new Aspect(Condition, false, reason, $"Vault at {spec.Vault!.Address} {problem}{Needing(spec)}.");
    }

    private static string Needing(LegatorEnvironmentSpec spec)
    {
        var names = spec.Credentials.Where(c => c.Value.Type is CredentialType.VaultKv or CredentialType.VaultSshCa or CredentialType.VaultDatabase).Select(c => c.Key).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "" : $": spec.credentials {string.Join(", ", names)} cannot be had";
    }

    private async Task<(string Reason, string? Problem)> ProblemAsync(VaultConfig vault, string ns, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, SslOptions = VaultTls.Options(vault.CaBundle) }) { BaseAddress = new Uri(vault.Address.TrimEnd('/') + "/v1/") };
            var health = await StatusAsync(http, "sys/health", null, vault, either.Token);
            return health switch
            {
                200 or 429 or 473 => await RefusalAsync(http, vault, ns, either.Token),
                501 => ("VaultNotInitialised", "is not initialised"),
                503 => ("VaultSealed", "is sealed"),
                _ => ("VaultUnhealthy", $"answers HTTP {health} when it is asked for its health"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ("VaultUnreachable", $"does not answer within {Patience.TotalSeconds:F0} s");
        }
        catch (HttpRequestException e)
        {
            return ("VaultUnreachable", $"cannot be reached ({e.Message})");
        }
        catch (Exception e) when (e is CryptographicException or UriFormatException or ArgumentException or NotSupportedException)
        {
            return ("VaultMisconfigured", $"cannot be asked: correct spec.vault.address or spec.vault.caBundle ({e.Message})");
        }
    }

    /// <summary>A token can be shown without anything being made; the other methods log in, which only runs do.</summary>
    private async Task<(string Reason, string? Problem)> RefusalAsync(HttpClient http, VaultConfig vault, string ns, CancellationToken cancellationToken)
    {
        if (vault.AuthMethod != VaultAuthMethod.Token || await TokenAsync(vault, ns, cancellationToken) is not { } token)
        {
            return ("", null);
        }

        return await StatusAsync(http, "auth/token/lookup-self", token, vault, cancellationToken) is 401 or 403
            ? ("VaultAuthRefused", $"refuses the token of Secret '{vault.TokenSecretRef}'")
            : ("", null);
    }

    private async Task<string?> TokenAsync(VaultConfig vault, string ns, CancellationToken cancellationToken)
    {
        try
        {
            return vault.TokenSecretRef is { Length: > 0 } name && (await secrets.GetAsync(ns, name, cancellationToken))?.Data is { } fields && fields.TryGetValue("token", out var token)
                ? Encoding.UTF8.GetString(token).Trim()
                : null;
        }
        catch (ClusterException)
        {
            // The environment's own condition tells of Secrets.
            return null;
        }
    }

    private static async Task<int> StatusAsync(HttpClient http, string path, string? token, VaultConfig vault, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Token", token);
        }

        if (token is not null && vault.Namespace is { Length: > 0 } inside)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Namespace", inside);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (int)response.StatusCode;
    }
}
