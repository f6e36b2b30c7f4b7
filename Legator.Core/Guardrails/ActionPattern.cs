using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>An entry of allowedActions or deniedActions: <c>tool</c>, <c>tool target</c>, <c>tool verb target</c> or <c>tool tier target</c>, with <c>*</c> for any characters and without regard to case. The target may be spelled in any way that its domain knows.</summary>
/// <param name="text">The entry.</param>
public sealed class ActionPattern(string text)
{
    private readonly ActionPatterns _alone = new([text]);

    /// <summary>As people wrote it.</summary>
    public string Text { get; } = text;

    /// <summary>Reads a list of entries; blank ones are left out.</summary>
    public static IReadOnlyList<ActionPattern> ParseAll(IEnumerable<string> texts) =>
        [.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => new ActionPattern(t))];

    /// <summary>True when the entry stands for all that the action touches: what an allowance needs.</summary>
    public bool Covers(string tool, ProposedAction action) => _alone.FindCovering(tool, action) >= 0;

    /// <summary>True when the entry stands for anything that the action touches: what a denial needs. A list of all Secrets touches the one that is denied.</summary>
    public bool Touches(string tool, ProposedAction action) => _alone.FindTouching(tool, action) >= 0;

    /// <inheritdoc />
    public override string ToString() => Text;
}
