using Legator.Backends.Kubernetes;
using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Health;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Audit;

/// <summary>
/// Observes the journal and writes signed checkpoints over it, and the statement which is the newest. Where the journal has fewer checkpoints than were
/// stated, its end was cut off: then nothing more is signed, for that would hide it.
/// </summary>
internal sealed partial class Checkpointer(
    CheckpointMaker maker,
    IAuditLog log,
    AuditKeys keys,
    AuditState state,
    IOptions<AuditOptions> options,
    TimeProvider time,
    ILogger<Checkpointer> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _stated;

    public string Name => "checkpoints";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register(Name, options.Value.CheckpointInterval * 6 + TimeSpan.FromMinutes(1));
        _stated = 0;
        while (true)
        {
            try
            {
                await SignAsync(cancellationToken);
                heartbeat.Beat();
            }
            catch (CheckpointConflictException)
            {
                // Another Operator led a moment ago; its checkpoint counts.
            }
            catch (Exception exception) when (exception is JournalUnavailableException or ClusterException or FormatException)
            {
                heartbeat.Fault("no checkpoints can be made");
                Log.NotNow(logger, exception.Message);
            }

            await Task.Delay(options.Value.CheckpointInterval, time, cancellationToken);
        }
    }

    /// <summary>Signs all that is there.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read, or was cut off.</exception>
    public async Task SignAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await SignAllAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task SignAllAsync(CancellationToken cancellationToken)
    {
        var newest = await log.NewestAsync(cancellationToken);
        if (_stated == 0)
        {
            var head = (await state.ReadAsync(cancellationToken)).Head;
            if (head is not null && head.Number > (newest?.Checkpoint.Number ?? 0))
            {
                throw new JournalUnavailableException(
                    $"The journal was cut off: checkpoint {head.Number} was made on {head.Time:u}, and it has {newest?.Checkpoint.Number ?? 0}. Nothing is signed until the journal is restored, or ConfigMap {AuditState.ConfigMapName} is deleted to accept the loss.");
            }

            _stated = head?.Number ?? 0;
        }

        if (!await maker.IsBehindAsync(newest, cancellationToken) && (newest?.Checkpoint.Number ?? 0) <= _stated)
        {
            // The key is neither asked for nor loaded where nothing is to be signed.
            return;
        }

        var key = await keys.GetAsync(cancellationToken);
        while (await maker.MakeAsync(key, time.GetUtcNow(), cancellationToken) is { } made)
        {
            newest = made;
        }

        if (newest is not null && newest.Checkpoint.Number > _stated)
        {
            var unsigned = new AuditHead(newest.Checkpoint.Number, newest.Checkpoint.Digest(), time.GetUtcNow(), key.Key);
            await state.WriteAsync(unsigned with { Signature = key.Sign(unsigned.Payload()) }, key.PublicPem, cancellationToken);
            _stated = unsigned.Number;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5902, LogLevel.Error, "Audit: no checkpoint can be made now: {Problem}")]
        public static partial void NotNow(ILogger logger, string problem);
    }
}
