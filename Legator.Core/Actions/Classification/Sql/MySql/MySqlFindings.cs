namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Collects what one reading of a text would do.</summary>
/// <param name="judgesShape">What no server could read counts too; false for a reading beside the usual one, where it only means that this server is not of that kind.</param>
internal sealed class MySqlFindings(bool judgesShape = true)
{
    private readonly List<SqlFinding> all = [];

    /// <summary>Everything found, in the order of the text.</summary>
    public IReadOnlyList<SqlFinding> All => all;

    /// <summary>The worst of it.</summary>
    public RiskTier Worst { get; private set; }

    /// <summary>True when something in it is refused whatever the settings are.</summary>
    public bool Blocked { get; private set; }

    /// <summary>Adds a query that no server could read.</summary>
    public void AddBroken(string verb)
    {
        if (judgesShape)
        {
            Add(verb, RiskTier.DestructiveMutation, "is nothing that a server could read");
        }
    }

    /// <summary>Adds something.</summary>
    public void Add(SqlFinding finding)
    {
        all.Add(finding);
        Worst = finding.Tier > Worst ? finding.Tier : Worst;
        Blocked |= finding.BlockedBecause is not null;
    }

    /// <summary>Adds a statement, or a part of one.</summary>
    public void Add(string verb, RiskTier tier, string? effect = null, string? target = null) =>
        Add(new SqlFinding(verb, tier) { Effect = effect, Objects = target is null ? [] : [target] });

    /// <summary>Adds something that is refused outright.</summary>
    public void Block(string verb, RiskTier tier, string because, string? target = null) =>
        Add(new SqlFinding(verb, tier) { BlockedBecause = because, Objects = target is null ? [] : [target] });
}
