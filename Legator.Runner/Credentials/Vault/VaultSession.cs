using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>
/// A run's own token of Vault. Its accessor is in the journal before anything is asked for with it, so no lease exists that the journal does not lead to;
/// its end revokes all its leases; and it lives a few minutes only when nothing renews it.
/// </summary>
internal sealed partial class VaultSession(VaultConfig vault, VaultClient client, VaultLogin login, VaultSessionScope scope, TimeSpan ttl, TimeProvider time, ILogger<VaultSession> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LongLife = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private VaultAuth? _token;
    private DateTimeOffset _expires;

    /// <summary>Asks Vault with a token that lives for a while yet.</summary>
    /// <returns>What was asked for, and the accessor of the token that it was asked with: it ends with that one.</returns>
    public async Task<(T Answer, string Accessor)> AskAsync<T>(Func<VaultClient, string, Task<T>> ask, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var token = await TokenAsync(cancellationToken);
            try
            {
                return (await ask(client, token.ClientToken!), token.Accessor!);
            }
            catch (VaultException e) when (e.Problem == VaultProblem.Refused)
            {
                if (await LivesAsync(token, cancellationToken))
                {
                    throw;
                }

                // Somebody revoked it, or Vault lost it.
                await EndAsync();
                token = await TokenAsync(cancellationToken);
                return (await ask(client, token.ClientToken!), token.Accessor!);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await EndAsync();
        }
        finally
        {
            _gate.Release();
            client.Dispose();
        }
    }

    private async Task<VaultAuth> TokenAsync(CancellationToken cancellationToken)
    {
        if (_token is not null && _expires - time.GetUtcNow() < ttl * 0.6 && !await RenewAsync(_token, cancellationToken))
        {
            await EndAsync();
        }

        return _token ??= await OpenAsync(cancellationToken);
    }

    private async Task<VaultAuth> OpenAsync(CancellationToken cancellationToken)
    {
        var token = await login.LogInAsync(client, vault, scope.Namespace, scope.Run, scope.Secrets, cancellationToken);
        if (token is { TokenType: "batch" } or { Accessor: null or "" })
        {
            throw new CredentialException("Vault gives a batch token, whose leases nobody can revoke: set token_type=service on the role that spec.vault names.");
        }

        try
        {
            await scope.Record.AppendAsync(new VaultSessionOpened(token.Accessor, vault, scope.Namespace));
            _expires = token.LeaseDuration > 0 ? time.GetUtcNow().AddSeconds(token.LeaseDuration) : DateTimeOffset.MaxValue;
            await ShortenAsync(token, cancellationToken);
            return token;
        }
        catch
        {
            await RevokeAsync(token);
            throw;
        }
    }

    /// <summary>The role may give tokens that live for weeks; a run's should not outlive it by much, should nobody be left to revoke it.</summary>
    private async Task ShortenAsync(VaultAuth token, CancellationToken cancellationToken)
    {
        if (_expires - time.GetUtcNow() > LongLife)
        {
            Log.LivesLong(logger, scope.Run, (_expires - time.GetUtcNow()).TotalHours);
        }

        if (token.Renewable && _expires - time.GetUtcNow() > ttl)
        {
            await RenewAsync(token, cancellationToken);
        }
    }

    private async Task<bool> RenewAsync(VaultAuth token, CancellationToken cancellationToken)
    {
        try
        {
            var renewed = await client.RenewSelfAsync(token.ClientToken!, ttl, cancellationToken);
            _expires = time.GetUtcNow().AddSeconds(renewed.LeaseDuration);
            return _expires - time.GetUtcNow() >= ttl * 0.2;
        }
        catch (VaultException)
        {
            return _expires - time.GetUtcNow() >= ttl * 0.2;
        }
    }

    private async Task<bool> LivesAsync(VaultAuth token, CancellationToken cancellationToken)
    {
        try
        {
            await client.RenewSelfAsync(token.ClientToken!, ttl, cancellationToken);
            return true;
        }
        catch (VaultException e) when (e.Problem == VaultProblem.Refused)
        {
            _expires = time.GetUtcNow();
            return false;
        }
        catch (VaultException)
        {
            return true;
        }
    }

    private async Task EndAsync()
    {
        if (_token is not { } token)
        {
            return;
        }

        _token = null;
        if (await RevokeAsync(token) || _expires <= time.GetUtcNow())
        {
            await scope.Record.AppendAsync(new VaultSessionClosed(token.Accessor!));
        }
    }

    private async Task<bool> RevokeAsync(VaultAuth token)
    {
        try
        {
            await client.RevokeSelfAsync(token.ClientToken!, CancellationToken.None);
            return true;
        }
        catch (VaultException e)
        {
            Log.NotRevoked(logger, scope.Run, token.Accessor, e.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1304, LogLevel.Warning, "Run {Run}: tokens that Vault gives at login live {Hours:F0} h: set token_ttl=10m on the role, so that none outlives a runner that dies while it logs in")]
        public static partial void LivesLong(ILogger logger, RunKey run, double hours);

        [LoggerMessage(1301, LogLevel.Warning, "Run {Run}: Vault's token {Accessor} could not be revoked; it ends by itself: {Problem}")]
        public static partial void NotRevoked(ILogger logger, RunKey run, string? accessor, string problem);
    }
}
