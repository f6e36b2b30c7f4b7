using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Faults;

/// <summary>What came of a call against a faulty server.</summary>
/// <param name="Result">What the model is told.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Open">Connections that were left open.</param>
/// <param name="Sent">Bytes that the server got rid of.</param>
internal sealed record FaultOutcome(ToolResult Result, TimeSpan Took, int Open, long Sent);
