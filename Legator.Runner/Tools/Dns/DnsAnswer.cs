namespace Legator.Runner.Tools.Dns;

/// <summary>What the model gets.</summary>
/// <param name="Name">Name that was asked about.</param>
/// <param name="Type">Type of record that was asked for.</param>
/// <param name="Server">Who answered.</param>
/// <param name="Status">The server's own code: <c>NoError</c>, <c>NotExistentDomain</c>, <c>ServerFailure</c>…</param>
/// <param name="Authenticated">The server says that it verified DNSSEC signatures.</param>
/// <param name="Authoritative">The server is responsible for the name's zone.</param>
/// <param name="Records">The answer, without signatures.</param>
internal sealed record DnsAnswer(string Name, string Type, string Server, string Status, bool Authenticated, bool Authoritative, IReadOnlyList<DnsAnswerRecord> Records);
