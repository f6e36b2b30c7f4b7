namespace Legator.Core.Actions;

/// <summary>What an action is done to, in the one spelling that verdicts and records use, with the other spellings that people write in globs.</summary>
/// <param name="Text">Canonical spelling: lower-case where the target is case-insensitive, group-qualified, without aliases; e.g. <c>deployments.apps/web -n demo</c>.</param>
public sealed record CanonicalTarget(string Text)
{
    /// <summary>Namespace for Kubernetes targets; null where there is none.</summary>
    public string? Namespace { get; init; }

    /// <summary>Every spelling that a glob may use, the canonical one included; e.g. <c>deployment/web</c>, <c>deploy web -n demo</c>.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [Text];

    /// <summary>The canonical spelling.</summary>
    public override string ToString() => Text;
}
