namespace Legator.Core.Api;

/// <summary>What a person wants of a message.</summary>
/// <param name="Action"><c>retry</c>: a message that was given up is tried again. <c>answer</c>: somebody looks after an escalation, so nobody else is called.</param>
public sealed record NotificationRequest(string? Action = null);
