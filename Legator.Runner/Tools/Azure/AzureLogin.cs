using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Guardrails;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Azure;

/// <summary>A principal's login for one run: a token is asked for when it is needed first, kept in memory only, and gone with the run.</summary>
internal sealed class AzureLogin : IAsyncDisposable
{
    private readonly AzureAccount _account;
    private readonly HttpClient _client;
    private readonly ClientSecretCredential _credential;

    public AzureLogin(AzureAccount account, GuardedHttp http)
    {
        _account = account;
        if (!HttpTarget.TryRead(account.Authority.AbsoluteUri, out var target, out var problem))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, problem);
        }

        _client = new HttpClient(new BoundedHandler(http.Handler(address => HttpClassifier.MayConnect(target, address, [account.Authority]), account.Tls)));
        _credential = new ClientSecretCredential(account.Tenant, account.Client, account.Secret, new ClientSecretCredentialOptions
        {
            AuthorityHost = account.Authority,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(_client),
            Retry = { MaxRetries = 0 },
            Diagnostics = { IsLoggingEnabled = false, IsTelemetryEnabled = false, IsDistributedTracingEnabled = false },
        });
    }

    /// <summary>A token for Azure Resource Manager.</summary>
    /// <exception cref="ToolInputException">The principal was refused.</exception>
    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _credential.GetTokenAsync(new TokenRequestContext([new Uri(_account.Endpoint, ".default").AbsoluteUri]), cancellationToken)).Token;
        }
        catch (AuthenticationFailedException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"Azure refused the credential '{_account.Credential}' ({Code(exception.ToString()) ?? "no token"}).");
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _account.Tls?.Dispose();
        return ValueTask.CompletedTask;
    }

    // The message goes on about the request; the code is what people look up.
    private static string? Code(string message)
    {
        var at = message.IndexOf("AADSTS", StringComparison.Ordinal);
        return at < 0 ? null : string.Concat(message.Skip(at).TakeWhile(char.IsAsciiLetterOrDigit).Take(16));
    }
}
