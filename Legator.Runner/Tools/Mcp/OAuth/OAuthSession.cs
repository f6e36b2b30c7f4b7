using Legator.Core.Actions.Classification.Http;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>A run's sign-in at one server, for all its connections. Tokens are in memory only, are renewed shortly before they expire, and end with the run.</summary>
internal sealed class OAuthSession : IAsyncDisposable
{
    private const int MostStepUps = 3;

    // A token that is refused at once is not followed by the next; later a server may have come to know the authorization server.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly McpOAuthSpec _spec;
    private readonly OAuthWire _wire;
    private readonly OAuthDiscovery _discovery;
    private readonly OAuthClients _clients;
    private readonly OAuthTokens _tokens;
    private readonly OAuthCodes _codes;
    private readonly OAuthIdentity? _identity;
    private readonly HttpTls? _tls;
    private readonly string _server;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private (OAuthAuthority Authority, OAuthResource? Resource)? _found;
    private IReadOnlyList<string>? _asked;
    private volatile OAuthToken? _token;
    private int _stepUps;

    private OAuthSession(OAuthPlaces places, McpOAuthSpec spec, HttpTls? tls, RunScope scope, GuardedHttp http, TimeProvider time)
    {
        (_spec, _tls, _time, _server) = (spec, tls, time, places.Server.Url.AbsoluteUri);
        var provider = spec.Identity is { } vouching ? OAuthPlaces.Of(places.Server, [OAuthIdentity.Place(vouching).Url.AbsoluteUri]) : null;
        _wire = new OAuthWire(new HttpMessageInvoker(new McpHttpHandler(places.Server, [.. places.Allowed, .. provider?.Allowed ?? []], null, tls, http)), time);
        (_discovery, _clients) = (new OAuthDiscovery(places, _wire), new OAuthClients(spec, scope, _wire));
        (_tokens, _codes) = (new OAuthTokens(_wire, scope.Secrets, time), new OAuthCodes(_wire, scope.Secrets));
        _identity = provider is null ? null : new OAuthIdentity(spec.Identity!, new OAuthDiscovery(provider, _wire), _tokens, scope);
    }

    /// <summary>What the client's credential trusts besides the machine's own authorities; null for nothing.</summary>
    public HttpTls? Tls => _tls;

    /// <summary>The run's sign-in at a server; it begins when the server first asks for it.</summary>
    /// <exception cref="McpProblemException">The environment names a place that cannot be called.</exception>
    /// <exception cref="ToolInputException">The client's credential cannot be used.</exception>
    public static Task<OAuthSession> OfAsync(string name, HttpTarget server, McpOAuthSpec spec, RunScope scope, GuardedHttp http, TimeProvider time, CancellationToken cancellationToken) =>
        scope.Resources.GetAsync(name, async () =>
        {
            var tls = spec.Credential is { } credential ? await OAuthClient.TlsAsync(credential, scope, cancellationToken) : null;
            return new OAuthSession(OAuthPlaces.Of(server, spec.Servers), spec, tls, scope, http, time);
        });

    /// <summary>The token to show; null before the server first asked for one.</summary>
    public async Task<OAuthToken?> TokenAsync(CancellationToken cancellationToken)
    {
        if (_token is not { } token || !(token.Renew <= _time.GetUtcNow()))
        {
            return _token;
        }

        await _signingIn.WaitAsync(cancellationToken);
        try
        {
            return ReferenceEquals(_token, token) ? _token = await RenewAsync(token, cancellationToken) : _token;
        }
        catch (McpProblemException) when (token.Expires > _time.GetUtcNow())
        {
            return token;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>Does what a server wants that refused a request.</summary>
    /// <param name="challenge">What it wants.</param>
    /// <param name="refused">The token that it refused; null when it was shown none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The token to try again with; null when the refusal stands.</returns>
    /// <exception cref="McpProblemException">There is no way to sign in.</exception>
    public async Task<OAuthToken?> AnswerAsync(OAuthChallenge challenge, OAuthToken? refused, CancellationToken cancellationToken)
    {
        await _signingIn.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } other && !ReferenceEquals(other, refused))
            {
                return other;
            }

            _found ??= await FindAsync(challenge, cancellationToken);
            var wanted = Wanted(challenge);
            if (challenge.IsStepUp && (wanted.All((_asked ?? []).Contains) || ++_stepUps > MostStepUps))
            {
                return null;
            }

            if (!challenge.IsStepUp && refused is { WasTaken: false } && _time.GetUtcNow() - refused.Given < Fresh)
            {
                throw new McpProblemException($"It refuses the token that {McpText.Line(_found.Value.Authority.Issuer, 200)} just gave for it.");
            }

            // What was good once has expired, or was taken back: the way of asking anew for the same may be shorter.
            var isSame = wanted.All((_asked ?? []).Contains);
            _asked = wanted;
            return _token = isSame && refused is not null ? await RenewAsync(refused, cancellationToken) : await SignInAsync(cancellationToken);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        _tls?.Dispose();
        return default;
    }

    private async Task<(OAuthAuthority, OAuthResource?)> FindAsync(OAuthChallenge challenge, CancellationToken cancellationToken)
    {
        var resource = await _discovery.ResourceAsync(challenge.Metadata, cancellationToken);
        return (await _discovery.AuthorityAsync(resource, cancellationToken), resource);
    }

    // What people wrote is the most that a server may make the run ask for.
    private IReadOnlyList<string> Wanted(OAuthChallenge challenge)
    {
        var told = challenge.Scopes.Count > 0 || _asked is not null ? challenge.Scopes : _found?.Resource?.Scopes ?? [];
        string[] all = [.. (_asked ?? []).Union(told, StringComparer.Ordinal)];
        string[] within = [.. all.Intersect(_spec.Scopes, StringComparer.Ordinal)];
        return _spec.Scopes.Count == 0 ? all : within.Length > 0 ? within : _spec.Scopes;
    }

    private async Task<OAuthToken> RenewAsync(OAuthToken before, CancellationToken cancellationToken)
    {
        if (before.Refresh is { } refresh)
        {
            try
            {
                var (authority, client) = await WhoAsync(cancellationToken);
                var next = await _tokens.AskAsync(authority, client, new Dictionary<string, string?>(Wished()) { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, cancellationToken);
                return next.Refresh is null ? next with { Refresh = refresh } : next;
            }
            catch (McpProblemException)
            {
                // It was good once only, or for a time: from the beginning, then.
            }
        }

        return await SignInAsync(cancellationToken);
    }

    private async Task<OAuthToken> SignInAsync(CancellationToken cancellationToken)
    {
        var (authority, client) = await WhoAsync(cancellationToken);
        var wished = Wished();
        var alone = _spec.Grant is { } grant ? grant == McpOAuthGrant.ClientCredentials : _spec.Credential is not null && client.HasProof && (authority.Grants?.Contains("client_credentials") ?? true);
        var asked = _identity is not null ? await OpenedAsync(() => _identity.AskAsync(authority, wished["resource"], wished["scope"], cancellationToken))
            : alone ? new() { ["grant_type"] = "client_credentials" }
            : await _codes.AskAsync(authority, client.Id, wished, cancellationToken);

        // A code has its scopes already.
        foreach (var (name, value) in wished.Where(w => w.Key != "scope" || !asked.ContainsKey("code")))
        {
            asked[name] = value;
        }

        return await _tokens.AskAsync(authority, client, asked, cancellationToken);
    }

    private async Task<(OAuthAuthority, OAuthClient)> WhoAsync(CancellationToken cancellationToken)
    {
        var authority = _found!.Value.Authority;
        return (authority, await OpenedAsync(() => _clients.OfAsync(authority, cancellationToken)));
    }

    private static async Task<T> OpenedAsync<T>(Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (ToolInputException e)
        {
            throw new McpProblemException($"{e.Problem.Message} {e.Problem.Remedy}".TrimEnd());
        }
    }

    private Dictionary<string, string?> Wished() => new()
    {
        ["resource"] = _found!.Value.Resource?.Name ?? _server,
        ["audience"] = _spec.Audience,
        ["scope"] = string.Join(' ', _asked ?? []),
    };
}
