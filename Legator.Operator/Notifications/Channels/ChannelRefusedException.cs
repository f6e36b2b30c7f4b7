namespace Legator.Operator.Notifications.Channels;

/// <summary>A channel is not as it has to be.</summary>
/// <param name="message">What is wrong and the fix, without secrets.</param>
internal sealed class ChannelRefusedException(string message) : Exception(message);
