namespace Legator.Runner.Gate;

/// <summary>What a tool answered: bounded and redacted.</summary>
/// <param name="Succeeded">False when the tool reports a failure.</param>
/// <param name="Text">What the model is told.</param>
internal sealed record ToolResult(bool Succeeded, string Text)
{
    /// <summary>True for a failed change that may have taken effect all the same.</summary>
    public bool InDoubt { get; init; }
}
