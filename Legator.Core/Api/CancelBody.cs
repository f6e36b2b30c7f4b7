namespace Legator.Core.Api;

/// <summary>The request that a run ends.</summary>
/// <param name="Reason">Why, in words, at most 1024 characters; null for none.</param>
public sealed record CancelBody(string? Reason = null);
