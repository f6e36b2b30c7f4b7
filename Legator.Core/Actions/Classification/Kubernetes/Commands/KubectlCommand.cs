using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>A command of kubectl.</summary>
/// <param name="Path">Its words, with blanks between: <c>rollout restart</c>.</param>
/// <param name="Judge">What a call of it would do.</param>
/// <param name="Flags">Its own flags.</param>
internal sealed record KubectlCommand(string Path, Func<KubectlCall, IReadOnlyList<ProposedAction>> Judge, KubectlFlags Flags)
{
    /// <summary>Other words for the last word of the path.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The commands below it; null when it has none.</summary>
    public FrozenDictionary<string, KubectlCommand>? Subcommands { get; init; }

    /// <summary>False for a word that only stands before others.</summary>
    public bool Acts { get; init; } = true;
}
