using Legator.Core.Guardrails;

namespace Legator.Runner.Tools;

/// <summary>A call that cannot be prepared; whoever asked is told why and what would be right.</summary>
internal sealed class ToolInputException(GuardrailReason reason, string message, string? remedy = null) : Exception(message)
{
    /// <summary>What the gate answers.</summary>
    public CallProblem Problem { get; } = new(reason, message, remedy);
}
