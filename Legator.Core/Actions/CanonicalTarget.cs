using System.Text.Json.Serialization;

namespace Legator.Core.Actions;

/// <summary>What an action is done to, in the one spelling that verdicts and records use, with the other spellings that people write in globs.</summary>
/// <param name="Text">Canonical spelling: lower-case where the target is case-insensitive, group-qualified, without aliases; e.g. <c>deployments.apps/web -n demo</c>.</param>
public sealed record CanonicalTarget(string Text)
{
    /// <summary>Namespace for Kubernetes targets; null where there is none.</summary>
    public string? Namespace { get; init; }

    /// <summary>True when the target stands for many objects; a <c>*</c> in its spellings then stands for any of them.</summary>
    public bool Collection { get; init; }

    /// <summary>Every spelling that a glob may use, the canonical one included; e.g. <c>deployment/web</c>, <c>deploy web -n demo</c>. Not recorded: it follows from the canonical one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Spellings { get; init; } = [Text];

    /// <summary>The names of the target's kind, for rules that must name it; empty where targets have no kinds. Not recorded.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> KindNames { get; init; } = [];

    /// <summary>The canonical spelling.</summary>
    public override string ToString() => Text;
}
