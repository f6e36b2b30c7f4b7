namespace Legator.Core.Notifications;

/// <summary>The outbox gives no answer now.</summary>
/// <param name="message">Why, without credentials.</param>
/// <param name="inner">What the storage said.</param>
public sealed class OutboxUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
