namespace Legator.Runner.Tools.Dns;

/// <summary>One record of an answer.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Type">Its type.</param>
/// <param name="Ttl">Seconds that it may be remembered.</param>
/// <param name="Value">What it says, as a zone file would.</param>
internal sealed record DnsAnswerRecord(string Name, string Type, int Ttl, string Value);
