namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>Makes the actions that shell lines propose, so that all of them spell hosts and targets alike.</summary>
public static class ShellActions
{
    /// <summary>The domain of every action on a host.</summary>
    public const string Domain = "ssh";

    /// <summary>Something done to a path or with a command on a host.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="target">The path, or the text of the command.</param>
    /// <param name="tier">The worst that it could do.</param>
    /// <param name="effect">One short phrase that says why it has the tier; null for ordinary reads.</param>
    public static ProposedAction Of(ShellScope scope, string verb, string target, RiskTier tier, string? effect = null)
    {
        var full = string.Concat(scope.Host, ":", target);
        return new ProposedAction(Domain, verb, new CanonicalTarget(full) { Spellings = new[] { full, target } }, tier)
        {
            Effects = effect is null ? [] : [effect],
        };
    }

    /// <summary>The same, refused whatever the settings are.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="target">The path, or the text of the command.</param>
    /// <param name="because">Why, as a sentence.</param>
    /// <param name="unless">What people may do about it; null when nothing lifts it.</param>
    public static ProposedAction Blocked(ShellScope scope, string verb, string target, string because, string? unless = null) =>
        Of(scope, verb, target, RiskTier.DataMutation) with { BlockedBecause = because, BlockedUnless = unless };
}
