using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Operator.Control;

namespace Legator.Operator.Events;

/// <summary>Writes Kubernetes Events about notable things, beside the work and never in its way: bounded, rate-limited per object, and given up when the API refuses.</summary>
internal sealed partial class EventRecorder(ResourceClient<CoreEvent> events, TimeProvider time, ILogger<EventRecorder> logger) : IOperatorLoop
{
    private const int LongestMessage = 1000;
    private readonly Channel<CoreEvent> _outbox = Channel.CreateBounded<CoreEvent>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ConcurrentDictionary<string, EventBucket> _buckets = new(StringComparer.Ordinal);

    public string Name => "events";

    /// <summary>Something went as it should.</summary>
    public void Normal(IResource about, string reason, string message) => Note(about, "Normal", reason, message);

    /// <summary>Something that a person may want to know of.</summary>
    public void Warning(IResource about, string reason, string message) => Note(about, "Warning", reason, message);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var note in _outbox.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await WriteAsync(note, cancellationToken);
            }
            catch (ClusterException exception)
            {
                Log.NotWritten(logger, note.Reason ?? "", note.InvolvedObject.Name ?? "", exception.Message);
            }
        }
    }

    private void Note(IResource about, string type, string reason, string message)
    {
        var now = time.GetUtcNow();
        if (_buckets.Count > 20_000)
        {
            _buckets.Clear();
        }

        if (_buckets.GetOrAdd(about.Metadata.Uid ?? about.Metadata.Name ?? "", _ => new EventBucket(now)).TryTake(now))
        {
            _outbox.Writer.TryWrite(Compose(about, type, reason, message.Length <= LongestMessage ? message : message[..LongestMessage] + "…", now));
        }
    }

    private CoreEvent Compose(IResource about, string type, string reason, string message, DateTimeOffset now)
    {
        var metadata = about.Metadata;
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{metadata.Uid}|{type}|{reason}|{message}"));
        return new CoreEvent
        {
            Metadata = new ObjectMeta
            {
                Name = $"{metadata.Name}.{Convert.ToHexStringLower(identity)[..16]}",
                Namespace = metadata.Namespace ?? "default",
            },
            InvolvedObject = new ObjectReference
            {
                ApiVersion = about.ApiVersion,
                Kind = about.Kind,
                Namespace = metadata.Namespace,
                Name = metadata.Name,
                Uid = metadata.Uid,
                ResourceVersion = metadata.ResourceVersion,
            },
            Type = type,
            Reason = reason,
            Message = message,
            Source = new EventSource { Component = "legator-operator" },
            ReportingComponent = "legator.io/operator",
            ReportingInstance = Environment.MachineName,
            Count = 1,
            FirstTimestamp = now,
            LastTimestamp = now,
        };
    }

    private async Task WriteAsync(CoreEvent note, CancellationToken cancellationToken)
    {
        try
        {
            await events.CreateAsync(note, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            var known = await events.GetAsync(note.Metadata.Namespace, note.Metadata.Name!, cancellationToken);
            if (known is not null)
            {
                await events.ReplaceAsync(known with { Count = (known.Count ?? 1) + 1, LastTimestamp = note.LastTimestamp }, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Debug, "Event {Reason} about {Name} was not written: {Problem}")]
        public static partial void NotWritten(ILogger logger, string reason, string name, string problem);
    }
}
