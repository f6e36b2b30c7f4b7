namespace Legator.Runner.Tools.Dns;

/// <summary>A question that cannot be asked; the message tells the model why.</summary>
internal sealed class DnsRefusedException(string message) : Exception(message);
