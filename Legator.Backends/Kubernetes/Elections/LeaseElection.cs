using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Health;
using Legator.Core.Resources;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Kubernetes.Elections;

/// <summary>Leads or waits to lead, by a Lease. A leader that cannot renew stops leading before anybody else may start.</summary>
public sealed partial class LeaseElection(
    ResourceClient<Lease> leases,
    LeaseElectionOptions options,
    TimeProvider time,
    ILogger<LeaseElection> logger,
    ILoopHeartbeats heartbeats)
{
    private readonly TimeSpan renewPeriod = options.Duration / 5;
    private readonly TimeSpan renewDeadline = options.Duration * 2 / 3;
    private long lastRenewed;
    private volatile bool leading;
    private string? observedVersion;
    private long observedAt;

    /// <summary>True while this process leads for certain: the lease was renewed so lately that nobody else can hold it.</summary>
    public bool IsLeader => leading && time.GetElapsedTime(Interlocked.Read(ref lastRenewed)) < renewDeadline;

    /// <summary>Grows with every change of the leader: what a leader writes may carry it as a fence.</summary>
    public int Term { get; private set; }

    /// <summary>Who led when last looked; empty for nobody.</summary>
    public string Leader { get; private set; } = "";

    /// <summary>Takes part until cancelled; runs <paramref name="lead"/> each time this process leads, with a token that ends with the leadership.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register($"election {options.Name}", options.Duration * 4);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await TryAsync(heartbeat, cancellationToken) is { } held)
            {
                await LeadAsync(lead, held, heartbeat, cancellationToken);
            }
            else
            {
                await WaitAsync(renewPeriod, cancellationToken);
            }
        }
    }

    private async Task LeadAsync(Func<CancellationToken, Task> lead, Lease held, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        Log.Leads(logger, options.Name, options.Identity, Term);
        using var deadline = new CancellationTokenSource(renewDeadline, time);
        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var work = GuardAsync(lead, term.Token);
        var current = held;
        while (!term.IsCancellationRequested && leading && !work.IsCompleted)
        {
            await Task.WhenAny(work, WaitAsync(renewPeriod, term.Token));
            if (!work.IsCompleted && await RenewAsync(current, heartbeat, term.Token) is { } renewed)
            {
                current = renewed;
                deadline.CancelAfter(renewDeadline);
            }
        }

        var stillHeld = IsLeader;
        leading = false;
        await term.CancelAsync();
        await work;
        Log.Stopped(logger, options.Name, options.Identity);
        if (stillHeld)
        {
            await ReleaseAsync();
        }
    }

    private async Task<Lease?> TryAsync(ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        try
        {
            var lease = await leases.GetAsync(options.Namespace, options.Name, cancellationToken);
            heartbeat.Beat();
            if (lease is null)
            {
                return Held(await leases.CreateAsync(NewLease(), cancellationToken), asked);
            }

            Leader = lease.Spec.HolderIdentity ?? "";
            return IsFree(lease) ? Held(await leases.ReplaceAsync(Taken(lease), cancellationToken), asked) : null;
        }
        catch (ClusterException e) when (e.IsConflict || e.IsAlreadyExists)
        {
            return null;
        }
        catch (ClusterException e)
        {
            heartbeat.Fault($"{e.Reason} ({e.Code})");
            Log.Trouble(logger, options.Name, e.Message);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // Clocks of two machines differ: the age of a lease is measured by this process from when it saw the lease change, never by the written time.
    private bool IsFree(Lease lease)
    {
        if (lease.Metadata.ResourceVersion != observedVersion)
        {
            observedVersion = lease.Metadata.ResourceVersion;
            observedAt = time.GetTimestamp();
        }

        var holds = TimeSpan.FromSeconds(lease.Spec.LeaseDurationSeconds ?? (int)options.Duration.TotalSeconds);
        return string.IsNullOrEmpty(lease.Spec.HolderIdentity) || time.GetElapsedTime(observedAt) > holds;
    }

    private async Task<Lease?> RenewAsync(Lease current, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        try
        {
            var renewed = await StoreRenewalAsync(current, cancellationToken);
            if (renewed is not null)
            {
                Interlocked.Exchange(ref lastRenewed, asked);
                heartbeat.Beat();
            }

            return renewed;
        }
        catch (ClusterException e)
        {
            Log.Trouble(logger, options.Name, e.Message);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // A lost answer to a renewal looks like a conflict at the next one; only another holder ends the leadership.
    private async Task<Lease?> StoreRenewalAsync(Lease current, CancellationToken cancellationToken)
    {
        try
        {
            return await leases.ReplaceAsync(Renewed(current), cancellationToken);
        }
        catch (ClusterException e) when (e.IsConflict || e.IsNotFound)
        {
            var stored = await leases.GetAsync(options.Namespace, options.Name, cancellationToken);
            if (stored?.Spec.HolderIdentity == options.Identity)
            {
                return await leases.ReplaceAsync(Renewed(stored), cancellationToken);
            }

            leading = false;
            return null;
        }
    }

    private Lease Renewed(Lease lease) => lease with { Spec = lease.Spec with { RenewTime = time.GetUtcNow() } };

    private async Task ReleaseAsync()
    {
        try
        {
            // On purpose without the caller's token: it is cancelled when a process stops, and releasing is part of stopping.
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            var stored = await leases.GetAsync(options.Namespace, options.Name, deadline.Token);
            if (stored?.Spec.HolderIdentity == options.Identity)
            {
                await leases.ReplaceAsync(stored with { Spec = stored.Spec with { HolderIdentity = "", LeaseDurationSeconds = 1 } }, deadline.Token);
            }
        }
        catch (Exception e) when (e is ClusterException or OperationCanceledException)
        {
            Log.Trouble(logger, options.Name, e.Message);
        }
    }

    private async Task GuardAsync(Func<CancellationToken, Task> lead, CancellationToken term)
    {
        try
        {
            await lead(term);
        }
        catch (OperationCanceledException) when (term.IsCancellationRequested)
        {
            // The leadership ended.
        }
        catch (Exception e)
        {
            Log.LeadFailed(logger, e, options.Name);
        }
    }

    private Lease Held(Lease lease, long asked)
    {
        Interlocked.Exchange(ref lastRenewed, asked);
        Term = lease.Spec.LeaseTransitions ?? 0;
        Leader = options.Identity;
        leading = true;
        return lease;
    }

    private Lease NewLease() => new()
    {
        Metadata = new ObjectMeta { Namespace = options.Namespace, Name = options.Name },
        Spec = Spec(transitions: 1),
    };

    private Lease Taken(Lease lease) => lease with { Spec = Spec((lease.Spec.LeaseTransitions ?? 0) + 1) };

    private LeaseSpec Spec(int transitions) => new()
    {
        HolderIdentity = options.Identity,
        LeaseDurationSeconds = Math.Max(1, (int)options.Duration.TotalSeconds),
        AcquireTime = time.GetUtcNow(),
        RenewTime = time.GetUtcNow(),
        LeaseTransitions = transitions,
    };

    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The loop's own condition ends it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Information, "Election {Lease}: {Identity} leads, term {Term}")]
        public static partial void Leads(ILogger logger, string lease, string identity, int term);

        [LoggerMessage(3202, LogLevel.Information, "Election {Lease}: {Identity} no longer leads")]
        public static partial void Stopped(ILogger logger, string lease, string identity);

        [LoggerMessage(3203, LogLevel.Warning, "Election {Lease}: {Problem}")]
        public static partial void Trouble(ILogger logger, string lease, string problem);

        [LoggerMessage(3204, LogLevel.Error, "Election {Lease}: what the leader does failed; it starts again with the next term")]
        public static partial void LeadFailed(ILogger logger, Exception e, string lease);
    }
}
