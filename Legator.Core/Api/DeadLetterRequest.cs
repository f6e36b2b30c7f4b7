namespace Legator.Core.Api;

/// <summary>What is to become of an entry that was given up.</summary>
/// <param name="Action"><c>requeue</c> or <c>drop</c>.</param>
public sealed record DeadLetterRequest(string Action);
