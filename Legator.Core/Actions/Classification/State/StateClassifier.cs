namespace Legator.Core.Actions.Classification.State;

/// <summary>Classifies what an agent does with its own notes. They are not part of the estate and no other agent reads them, so writing one is no mutation of anything that the tiers protect; sheets and deniedActions judge it like everything else.</summary>
public static class StateClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "state";

    /// <summary>Classifies one access to a key.</summary>
    public static ProposedAction Classify(string verb, string key)
    {
        var known = verb is "get" or "set" or "delete";
        return new ProposedAction(Domain, verb, new CanonicalTarget(key), known ? RiskTier.Read : RiskTier.DataMutation)
        {
            Effects = verb is "get" ? [] : ["changes the agent's own notes"],
        };
    }
}
