using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Removals of files that another command of the line names: what find finds among data is data.</summary>
internal static class PipedRemovals
{
    /// <summary>The effect of a removal of which nobody knows the path.</summary>
    public const string Unknown = "a file is removed that another command names";

    /// <summary>The actions, with such removals raised where the line looks among data.</summary>
    public static IReadOnlyList<ProposedAction> Raise(IReadOnlyList<ProposedAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i].Effects is [Unknown])
            {
                return actions.Any(LooksAmongData) ? Raised(actions) : actions;
            }
        }

        return actions;
    }

    private static IReadOnlyList<ProposedAction> Raised(IReadOnlyList<ProposedAction> actions)
    {
        return [.. actions.Select(a => a.Effects is [Unknown] ? a with { Tier = RiskTier.DataMutation } : a)];
    }

    private static bool LooksAmongData(ProposedAction action)
    {
        var line = action.Target.Spellings[^1];
        return line.StartsWith("find ", StringComparison.Ordinal) && line.Split(' ').Any(IsData);
    }

    private static bool IsData(string word)
    {
        if (word is not ['/', ..])
        {
            return false;
        }

        var path = PathReader.Read(ShellWord.Of(word), null);
        return DataPaths.Removed.MayHold(path) || DataPaths.Roots.MayHold(path);
    }
}
