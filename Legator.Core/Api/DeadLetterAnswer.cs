namespace Legator.Core.Api;

/// <summary>What became of an entry that was given up.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Status"><c>requeued</c>, <c>requested</c> (its run is over, so its agent is asked for another one) or <c>dropped</c>.</param>
/// <param name="Namespace">Namespace of the run; null where there is none.</param>
/// <param name="Run">The run that will be worked on; null where there is none.</param>
public sealed record DeadLetterAnswer(string Id, string Status, string? Namespace = null, string? Run = null);
