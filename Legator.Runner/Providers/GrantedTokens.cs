using Legator.ServiceDefaults.ModelAccess;

namespace Legator.Runner.Providers;

/// <summary>Tokens of OAuth's client credentials grant, each used until shortly before it ends.</summary>
internal sealed class GrantedTokens(HttpClient http, ClientCredentials client, string secret, ModelSecrets secrets, TimeProvider time) : IBearerTokens, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private GrantedToken? _last;

    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || _last.Value == refused || _last.Until - time.GetUtcNow() <= Early)
            {
                _last = await AskAsync(cancellationToken);
                secrets.Add(_last.Value);
            }

            return _last.Value;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        _asking.Dispose();
    }

    private async Task<GrantedToken> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.AskAsync(http, time, cancellationToken);
        }
        catch (GrantRefusedException e)
        {
            throw new ModelUnusableException($"The token endpoint that Secret '{secret}' names says no. {e.Message}");
        }
    }
}
