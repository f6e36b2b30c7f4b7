namespace Legator.Core.Actions.Classification.Sql;

/// <summary>Spells what statements are done to: <c>orders</c> is the database, <c>orders/public.items</c> a table in it. A statement over several tables is one action for each, so that a rule about one of them is never missed.</summary>
internal static class SqlTargets
{
    private const string Domain = "sql";

    /// <summary>Adds the actions that a finding stands for.</summary>
    public static void AddActions(string database, SqlFinding finding, List<ProposedAction> actions)
    {
        if (finding.Objects.Count == 0)
        {
            actions.Add(Action(finding, new CanonicalTarget(database)));
            return;
        }

        foreach (var name in finding.Objects)
        {
            var text = $"{database}/{name}";
            actions.Add(Action(finding, new CanonicalTarget(text) { Spellings = [text, $"{database}/{Other(name)}", database], KindNames = finding.Guarded ? [name] : [] }));
        }
    }

    // The schemas that names without one are commonly found in: a rule about orders/public.items is meant for orders/items too, and one about orders/pg_cancel_backend for pg_catalog.pg_cancel_backend.
    private static string Other(string name) =>
        name.StartsWith("public.", StringComparison.Ordinal) ? name["public.".Length..]
        : name.StartsWith("pg_catalog.", StringComparison.Ordinal) ? name["pg_catalog.".Length..]
        : name.Contains('.', StringComparison.Ordinal) ? name
        : "public." + name;

    private static ProposedAction Action(SqlFinding finding, CanonicalTarget target) =>
        new(Domain, finding.Verb, target, finding.Tier)
        {
            Effects = finding.Effect is null ? [] : [finding.Effect],
            Guarded = finding.Guarded,
            BlockedBecause = finding.BlockedBecause,
        };
}
