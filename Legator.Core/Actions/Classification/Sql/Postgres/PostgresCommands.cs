namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Judges statements that are neither queries nor changes of rows by their words.</summary>
internal static class PostgresCommands
{
    /// <summary>Judges one statement.</summary>
    public static SqlFinding Read(PostgresText text, int at, int end)
    {
        var verb = text.Name(at);
        if (verb.Length > 40)
        {
            verb = "statement";
        }

        if (verb == "show" && text[at + 1].IsName && text.QualifiedName(at + 1, text.EndOfName(at + 1)) is var setting && PostgresSettings.HoldsPassword(setting))
        {
            return new SqlFinding(verb, RiskTier.Read) { Objects = [setting], Guarded = true, Effect = "may show a password" };
        }

        var (tier, effect) = Judge(text, at, end, verb);
        return new SqlFinding(verb, tier)
        {
            Effect = effect,
            Objects = tier == RiskTier.Read ? [] : PostgresObjects.Of(text, at, end, verb),
        };
    }

    private static (RiskTier Tier, string? Effect) Judge(PostgresText text, int at, int end, string verb) => verb switch
    {
        "show" or "close" => (RiskTier.Read, null),
        "fetch" or "move" => (RiskTier.ServiceMutation, "runs a part of a query that was begun elsewhere"),
        "drop" => Drop(text, at, end),
        "alter" => Alter(text, at, end),
        "create" => Create(text, at, end),
        "truncate" => (RiskTier.DataMutation, "removes all rows"),
        "do" => (RiskTier.DataMutation, "runs a program that is not read"),
        "begin" or "start" or "savepoint" or "release" => (RiskTier.ServiceMutation, "changes the transaction that the query runs in"),
        "commit" or "end" or "rollback" or "abort" => text.IsNamed(at + 1, "prepared")
            ? (RiskTier.DataMutation, "decides about somebody's prepared transaction")
            : (RiskTier.ServiceMutation, "ends the transaction that the query runs in"),
        "vacuum" or "analyze" or "analyse" or "reindex" or "cluster" or "checkpoint" or "refresh" or "repack" => (RiskTier.ServiceMutation, "is work for the server; nothing is lost"),
        "lock" => (RiskTier.ServiceMutation, "takes a lock"),
        "listen" or "notify" or "unlisten" => (RiskTier.ServiceMutation, "sends or awaits messages"),
        "deallocate" or "discard" => (RiskTier.ServiceMutation, "changes the session"),
        "comment" => (RiskTier.ServiceMutation, "changes a comment"),
        "execute" => (RiskTier.DestructiveMutation, "runs a statement that was prepared elsewhere"),
        "call" => (RiskTier.DestructiveMutation, "runs a procedure that is not known to only read"),
        "grant" or "revoke" or "reassign" => (RiskTier.DestructiveMutation, "changes who may do what"),
        "load" => (RiskTier.DestructiveMutation, "loads code into the server"),
        "prepare" => (RiskTier.DestructiveMutation, "leaves a transaction open"),
        "import" or "security" => (RiskTier.DestructiveMutation, "changes the schema"),
        _ => (RiskTier.DestructiveMutation, "is not a statement that is known"),
    };

    private static (RiskTier, string?) Drop(PostgresText text, int at, int end)
    {
        var kind = text[at + 1].IsName ? text.Name(at + 1) : "";
        var data = kind is "table" or "database" or "schema" or "sequence" or "tablespace" or "owned" or "extension" or "foreign"
            || text[end - 1].Keyword == PostgresKeyword.Cascade;
        return data ? (RiskTier.DataMutation, "removes data") : (RiskTier.DestructiveMutation, "removes what can be made again");
    }

    private static (RiskTier, string?) Alter(PostgresText text, int at, int end)
    {
        for (var i = at + 2; i < end; i++)
        {
            if (text[i].Kind == PostgresTokenKind.Word && (Rewrites(text, i) || (text[i].Keyword == PostgresKeyword.Drop && RemovesData(text, i + 1))))
            {
                return (RiskTier.DataMutation, "removes or rewrites data");
            }
        }

        return (RiskTier.DestructiveMutation, "changes the schema");
    }

    // ALTER COLUMN c [SET DATA] TYPE t, RESTART of a sequence; not a column that is called so.
    private static bool Rewrites(PostgresText text, int at) =>
        text.Name(at) is "type" or "restart" && !(text[at - 1].Keyword is PostgresKeyword.Column or PostgresKeyword.To || (text[at - 1].Kind == PostgresTokenKind.Word && text.Name(at - 1) is "add" or "rename" or "exists" or "alter"));

    private static bool RemovesData(PostgresText text, int at) =>
        !(text[at].IsName && text.Name(at) is "constraint" or "default" or "not" or "identity" or "expression" or "trigger");

    private static (RiskTier, string?) Create(PostgresText text, int at, int end)
    {
        for (var i = at + 1; i < Math.Min(at + 4, end); i++)
        {
            if (text[i].Kind == PostgresTokenKind.Word && text.Name(i) is "index" or "statistics")
            {
                return (RiskTier.ServiceMutation, "is work for the server; nothing is lost");
            }
        }

        return (RiskTier.DestructiveMutation, "changes the schema");
    }
}
