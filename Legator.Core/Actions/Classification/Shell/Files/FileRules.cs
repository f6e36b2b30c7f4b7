using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>What reading or writing a path means. Harmless places such as <c>/dev/null</c> give no action at all.</summary>
public static class FileRules
{
    /// <summary>Reading what is in a file.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="path">The path as the command gets it.</param>
    public static IReadOnlyList<ProposedAction> Read(ShellScope scope, ShellWord path) =>
        [ShellActions.Of(scope, "read", path.ToString(), path.Literal is null ? RiskTier.ServiceMutation : RiskTier.Read)];

    /// <summary>Creating a file, or replacing or extending what is in it.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="path">The path as the command gets it.</param>
    public static IReadOnlyList<ProposedAction> Write(ShellScope scope, ShellWord path) =>
        [ShellActions.Of(scope, "write", path.ToString(), RiskTier.DestructiveMutation, "a file is written")];
}
