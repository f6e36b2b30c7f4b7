using System.Threading.Channels;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Operator.Control;

namespace Legator.Operator.Secrets;

/// <summary>Follows the Secrets that something names and that are not as it needs them, each by a watch of its own: no others are read, and none once nobody misses anything.</summary>
internal sealed partial class SecretWatches(ResourceClient<Secret> secrets, TimeProvider time, ILogger<SecretWatches> logger) : IOperatorLoop
{
    // Whoever misses more is looked at again after a while, as all of them are.
    private const int MostAtOnce = 200;

    // Whoever misses a Secret says so again with every look, which is more often than this.
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<ObjectKey, DateTimeOffset> _wanted = [];
    private readonly Channel<ObjectKey> _new = Channel.CreateUnbounded<ObjectKey>();

    /// <summary>A Secret that was missed is there, or has changed.</summary>
    public event Action<ObjectKey>? Changed;

    public string Name => "secrets";

    /// <summary>Follows a Secret for the next minutes.</summary>
    public void Want(ObjectKey secret)
    {
        lock (_wanted)
        {
            if (!_wanted.ContainsKey(secret))
            {
                if (_wanted.Count >= MostAtOnce)
                {
                    return;
                }

                _new.Writer.TryWrite(secret);
            }

            _wanted[secret] = time.GetUtcNow() + Keep;
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<ObjectKey> before;
        lock (_wanted)
        {
            while (_new.Reader.TryRead(out _))
            {
                // All that are wanted are followed from here.
            }

            before = [.. _wanted.Keys];
        }

        var watches = before.ConvertAll(secret => KeepAsync(secret, cancellationToken));
        try
        {
            await foreach (var secret in _new.Reader.ReadAllAsync(cancellationToken))
            {
                watches.RemoveAll(watch => watch.IsCompleted);
                watches.Add(KeepAsync(secret, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(watches);
        }
    }

    private async Task KeepAsync(ObjectKey secret, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && Rest(secret) is { } rest)
        {
            using var deadline = new CancellationTokenSource(rest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                await FollowAsync(secret, either.Token);
                await Task.Delay(Pause, time, either.Token);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                // The loop's own condition ends it.
            }
        }
    }

    private async Task FollowAsync(ObjectKey secret, CancellationToken cancellationToken)
    {
        try
        {
            // Without a version to start from, what is there already comes first.
            var query = new ListQuery { FieldSelector = $"metadata.name={secret.Name}" };
            await foreach (var message in secrets.WatchAsync(secret.Namespace, query, "", cancellationToken))
            {
                if (message.Kind is WatchEventKind.Added or WatchEventKind.Modified)
                {
                    Changed?.Invoke(secret);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            Log.Broken(logger, secret, exception.Message);
        }
    }

    /// <summary>How long a Secret is still wanted; null when it is not any more.</summary>
    private TimeSpan? Rest(ObjectKey secret)
    {
        lock (_wanted)
        {
            var rest = _wanted.TryGetValue(secret, out var until) ? until - time.GetUtcNow() : TimeSpan.Zero;
            if (rest > TimeSpan.Zero)
            {
                return rest;
            }

            _wanted.Remove(secret);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5011, LogLevel.Debug, "Operator: Secret {Secret} cannot be watched: {Problem}")]
        public static partial void Broken(ILogger logger, ObjectKey secret, string problem);
    }
}
