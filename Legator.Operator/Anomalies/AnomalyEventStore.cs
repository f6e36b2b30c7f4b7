using Legator.Backends.Kubernetes;
using Legator.Core.Resources.Events;
using Legator.Operator.Control;

namespace Legator.Operator.Anomalies;

/// <summary>
/// Stores the AgentEvents that tell of anomalies. What the API refuses or does not answer is tried again beside the work: nothing else waits for it, and what could not be stored is in
/// the log in full.
/// </summary>
internal sealed partial class AnomalyEventStore(ResourceClient<AgentEvent> events, TimeProvider time, ILogger<AnomalyEventStore> logger) : IOperatorLoop
{
    private const int MostWaiting = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly LinkedList<AgentEvent> _waiting = [];

    public string Name => "anomaly events";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Pause, time, cancellationToken);
            foreach (var item in Waiting())
            {
                await AgainAsync(item, cancellationToken);
            }
        }
    }

    /// <summary>Stores an event, now or later.</summary>
    /// <returns>False where it is told of already.</returns>
    public async Task<bool> StoreAsync(AgentEvent item, CancellationToken cancellationToken)
    {
        if (Waiting().Any(other => IsSame(other, item)))
        {
            return false;
        }

        try
        {
            await events.CreateAsync(item, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return false;
        }
        catch (Exception exception) when (IsRefusal(exception, cancellationToken))
        {
            Log.NotStored(logger, item.Metadata.Name!, item.Metadata.Namespace!, item.Spec.SourceAgent, item.Spec.SourceRun ?? "", item.Spec.Summary, exception.Message);
            Keep(item);
        }

        return true;
    }

    private async Task AgainAsync(AgentEvent item, CancellationToken cancellationToken)
    {
        try
        {
            await events.CreateAsync(item, cancellationToken);
            Log.Stored(logger, item.Metadata.Name!, item.Metadata.Namespace!);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            Log.Stored(logger, item.Metadata.Name!, item.Metadata.Namespace!);
        }
        catch (ClusterException exception) when (exception.IsNotFound || exception.IsInvalid)
        {
            // Its namespace is gone, or it will never be taken.
            Log.GivenUp(logger, item.Metadata.Name!, item.Metadata.Namespace!, exception.Message);
        }
        catch (Exception exception) when (IsRefusal(exception, cancellationToken))
        {
            return;
        }

        lock (_gate)
        {
            _waiting.Remove(item);
        }
    }

    private static bool IsRefusal(Exception exception, CancellationToken cancellationToken) =>
        exception is ClusterException or HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static bool IsSame(AgentEvent one, AgentEvent other) => one.Metadata.Name == other.Metadata.Name && one.Metadata.Namespace == other.Metadata.Namespace;

    private List<AgentEvent> Waiting()
    {
        lock (_gate)
        {
            return [.. _waiting];
        }
    }

    private void Keep(AgentEvent item)
    {
        lock (_gate)
        {
            _waiting.AddLast(item);
            if (_waiting.Count > MostWaiting)
            {
                var oldest = _waiting.First!.Value;
                _waiting.RemoveFirst();
                Log.GivenUp(logger, oldest.Metadata.Name!, oldest.Metadata.Namespace!, $"{MostWaiting} others wait");
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5951, LogLevel.Error, "AgentEvent {Name} in {Namespace} could not be stored and is tried again; agent {Agent}, run {Run}: {Anomaly} ({Problem})")]
        public static partial void NotStored(ILogger logger, string name, string @namespace, string agent, string run, string anomaly, string problem);

        [LoggerMessage(5952, LogLevel.Information, "AgentEvent {Name} in {Namespace} is stored now")]
        public static partial void Stored(ILogger logger, string name, string @namespace);

        [LoggerMessage(5953, LogLevel.Error, "AgentEvent {Name} in {Namespace} is given up: {Problem}")]
        public static partial void GivenUp(ILogger logger, string name, string @namespace, string problem);
    }
}
