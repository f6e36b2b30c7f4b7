namespace Legator.Core.Runs;

/// <summary>From where the payload of a run came.</summary>
/// <param name="Source">E.g. <c>webhook/alertmanager</c> or <c>kubernetes-event</c>.</param>
/// <param name="Count">How many deliveries came together; of those of a webhook the payload is the last.</param>
/// <param name="LastAt">When the last of them came.</param>
public sealed record RunSnapshotDelivery(string Source, int Count, DateTimeOffset LastAt);
