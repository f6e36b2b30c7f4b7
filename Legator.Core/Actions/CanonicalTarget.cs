using System.Text.Json.Serialization;

namespace Legator.Core.Actions;

/// <summary>What an action is done to, in the one spelling that verdicts and records use, with the other spellings that people write in globs. Two targets are the same when their canonical spelling is.</summary>
/// <param name="Text">Canonical spelling: lower-case where the target is case-insensitive, group-qualified, without aliases; e.g. <c>deployments.apps/web -n demo</c>.</param>
public sealed record CanonicalTarget(string Text)
{
    private IReadOnlyList<string>? _spellings;
    private TargetSpelling? _spelling;

    /// <summary>Makes a target whose spellings are many and seldom looked at.</summary>
    internal CanonicalTarget(string text, TargetSpelling spelling)
        : this(text) => _spelling = spelling;

    /// <summary>Namespace for Kubernetes targets; null where there is none.</summary>
    public string? Namespace { get; init; }

    /// <summary>True when the target stands for many objects; a <c>*</c> in its spellings then stands for any of them.</summary>
    public bool Collection { get; init; }

    /// <summary>Every spelling that a glob may use, the canonical one included; e.g. <c>deployment/web</c>, <c>deploy web -n demo</c>. Not recorded: it follows from the canonical one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Spellings
    {
        get => _spellings ??= _spelling is null ? [Text] : _spelling.All();
        init => (_spellings, _spelling) = (value, null);
    }

    /// <summary>The names of the target's kind, for rules that must name it; empty where targets have no kinds. Not recorded.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> KindNames { get; init; } = [];

    /// <summary>The spellings as patterns are held against them.</summary>
    internal TargetSpelling Spelling => _spelling ??= TargetSpelling.Of(Spellings);

    /// <summary>The same canonical spelling of the same place.</summary>
    public bool Equals(CanonicalTarget? other) =>
        other is not null && Text == other.Text && Namespace == other.Namespace && Collection == other.Collection;

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical spelling.</summary>
    public override string ToString() => Text;
}
