namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What a line was found to do.</summary>
internal sealed class LineFindings
{
    private readonly List<ProposedAction> _actions = [];
    private HashSet<(string, string, RiskTier, bool)>? _seen;

    public IReadOnlyList<ProposedAction> Actions => _actions;

    public void Add(IReadOnlyList<ProposedAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            Add(actions[i]);
        }
    }

    public void Add(ProposedAction action)
    {
        if (_seen?.Add(Key(action)) != false)
        {
            _actions.Add(action);
        }
    }

    /// <summary>From now on the same command may be met again, in a loop or in several directories; it is told once.</summary>
    public void Repeat() => _seen ??= [.. _actions.Select(Key)];

    private static (string, string, RiskTier, bool) Key(ProposedAction action) => (action.Verb, action.Target.Text, action.Tier, action.BlockedBecause is null);
}
