namespace Legator.Core.Guardrails;

/// <summary>An entry of allowedActions or deniedActions: <c>tool</c>, <c>tool target</c>, <c>tool kind/name</c> or <c>tool verb target</c>, with <c>*</c> for any characters and without regard to case.</summary>
/// <param name="Text">As people wrote it.</param>
public sealed record ActionPattern(string Text)
{
    /// <summary>Reads a list of patterns.</summary>
    public static IReadOnlyList<ActionPattern> ParseAll(IEnumerable<string> texts) => [.. texts.Select(t => new ActionPattern(t))];
}
