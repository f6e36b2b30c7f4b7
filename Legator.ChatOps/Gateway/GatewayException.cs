namespace Legator.ChatOps.Gateway;

/// <summary>The Legator API refused or could not be reached; the message is for the chat.</summary>
internal sealed class GatewayException(string message) : Exception(message);
