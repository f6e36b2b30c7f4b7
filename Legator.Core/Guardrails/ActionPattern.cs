using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>An entry of allowedActions or deniedActions: <c>tool</c>, <c>tool target</c>, <c>tool verb target</c> or <c>tool tier target</c>, with <c>*</c> for any characters and without regard to case. The target may be spelled in any way that its domain knows.</summary>
public sealed class ActionPattern
{
    private readonly Glob _glob;

    /// <summary>Reads an entry.</summary>
    public ActionPattern(string text)
    {
        Text = text;
        _glob = new Glob(text);
    }

    /// <summary>As people wrote it.</summary>
    public string Text { get; }

    /// <summary>Reads a list of entries; blank ones are left out.</summary>
    public static IReadOnlyList<ActionPattern> ParseAll(IEnumerable<string> texts) =>
        [.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => new ActionPattern(t))];

    /// <summary>True when the entry stands for all that the action touches: what an allowance needs.</summary>
    public bool Covers(string tool, ProposedAction action) =>
        _glob.Matches(tool) || Subjects(tool, action).Any(s => _glob.Matches(s));

    /// <summary>True when the entry stands for anything that the action touches: what a denial needs. A list of all Secrets touches the one that is denied.</summary>
    public bool Touches(string tool, ProposedAction action) =>
        Covers(tool, action)
        || (action.Target.Collection && Subjects(tool, action).Any(s => _glob.Overlaps(s)));

    /// <inheritdoc />
    public override string ToString() => Text;

    private static IEnumerable<string> Subjects(string tool, ProposedAction action)
    {
        var tier = action.Tier.WireName();
        foreach (var spelling in action.Target.Spellings)
        {
            yield return $"{tool} {spelling}";
            yield return $"{tool} {action.Verb} {spelling}";
            yield return $"{tool} {tier} {spelling}";
        }

        yield return $"{tool} {action.Verb}";
        yield return $"{tool} {tier}";
    }
}
