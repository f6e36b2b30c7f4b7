using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Revokes what former runners of a run could not revoke any more, by the accessors that they left in its journal.</summary>
internal sealed partial class VaultLeftovers(VaultLogin login, IOptions<VaultOptions> options, TimeProvider time, ILogger<VaultLeftovers> logger)
{
    /// <summary>Never fails: what cannot be revoked ends by itself within minutes, and the run must not wait for Vault.</summary>
    public async Task RevokeAsync(RunKey run, IReadOnlyList<VaultSessionOpened> sessions, IRunRecord record, CancellationToken cancellationToken)
    {
        foreach (var session in sessions.ToList())
        {
            try
            {
                await RevokeAsync(run, session, cancellationToken);
            }
            catch (Exception e) when (e is VaultException or CredentialException)
            {
                Log.Left(logger, run, session.Accessor, e.Message);
                continue;
            }

            await record.AppendAsync(new VaultSessionClosed(session.Accessor));
            Log.Revoked(logger, run, session.Accessor);
        }
    }

    private async Task RevokeAsync(RunKey run, VaultSessionOpened session, CancellationToken cancellationToken)
    {
        using var client = new VaultClient(session.Vault, options.Value.Timeout, time);
        var (token, isOurs) = await login.ForRevokingAsync(client, session.Vault, session.Namespace, run, new RunSecrets(Redactor.Default), cancellationToken);
        try
        {
            await client.RevokeAccessorAsync(token, session.Accessor, cancellationToken);
        }
        finally
        {
            if (isOurs)
            {
                await client.RevokeSelfAsync(token, CancellationToken.None);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1302, LogLevel.Information, "Run {Run}: Vault's token {Accessor} of a former runner is revoked")]
        public static partial void Revoked(ILogger logger, RunKey run, string accessor);

        [LoggerMessage(1303, LogLevel.Warning, "Run {Run}: Vault's token {Accessor} of a former runner could not be revoked and ends by itself; the policy must let the runner update auth/token/revoke-accessor: {Problem}")]
        public static partial void Left(ILogger logger, RunKey run, string accessor, string problem);
    }
}
