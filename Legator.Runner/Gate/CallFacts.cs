using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>A call on its way to be judged.</summary>
/// <param name="Tool">Tool name as the model wrote it.</param>
/// <param name="Digest">Digest of the call.</param>
/// <param name="Prepared">The call with every name resolved; null when it could not be prepared.</param>
/// <param name="Problem">Why it could not.</param>
internal sealed record CallFacts(string Tool, ActionDigest Digest, PreparedCall? Prepared, CallProblem? Problem)
{
    /// <summary>The text of the call where its tool takes a line of some language.</summary>
    public string? Line { get; init; }

    /// <summary>The arguments as the model wrote them.</summary>
    public JsonElement Arguments { get; init; }

    /// <summary>True for a read that a pre-condition needs; it has no pre-conditions of its own.</summary>
    public bool ForCondition { get; init; }
}
