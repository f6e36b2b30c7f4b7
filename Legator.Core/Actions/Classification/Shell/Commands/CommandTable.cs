namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>The commands that are known, and what they do. A command that is not in it is no read.</summary>
public static class CommandTable
{
    /// <summary>Says what a command would do.</summary>
    /// <param name="invocation">The command with its arguments.</param>
    public static IReadOnlyList<ProposedAction> Judge(CommandInvocation invocation) =>
        [ShellActions.Of(invocation.Scope, "run", invocation.Name, RiskTier.DestructiveMutation, "the command is not known")];
}
