namespace Legator.Core.Audit;

/// <summary>Somebody else made the checkpoint of that number: read the newest and go on from there.</summary>
public sealed class CheckpointConflictException(long number) : Exception(FormattableString.Invariant($"Checkpoint {number} was made by somebody else."));
