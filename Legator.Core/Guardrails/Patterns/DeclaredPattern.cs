using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Patterns;

/// <summary>A sheet entry made ready for matching.</summary>
internal sealed class DeclaredPattern
{
    private readonly Glob _tool;
    private readonly Glob? _target;

    public DeclaredPattern(DeclaredAction entry)
    {
        Entry = entry;
        _tool = new Glob(entry.Tool);
        _target = string.IsNullOrWhiteSpace(entry.TargetPattern) ? null : new Glob(entry.TargetPattern);
        AnyTool = entry.Tool.Contains('*', StringComparison.Ordinal);
    }

    public DeclaredAction Entry { get; }

    public bool AnyTool { get; }

    public bool CoversTool(string tool) => _tool.Matches(tool);

    /// <summary>True when the entry declares an action.</summary>
    /// <param name="tool">Tool name.</param>
    /// <param name="action">The action.</param>
    /// <param name="subjects">Its target in every spelling, with and without its verb.</param>
    public bool Covers(string tool, ProposedAction action, IReadOnlyList<string> subjects) =>
        CoversTool(tool)
        && (!action.Guarded || NamesKind(action.Target))
        && (_target is null || subjects.Any(s => _target.Matches(s)));

    private bool NamesKind(CanonicalTarget target) =>
        _target is not null
        && _target.Pattern.Split(' ', '/').Any(word => target.KindNames.Contains(word, StringComparer.OrdinalIgnoreCase));
}
