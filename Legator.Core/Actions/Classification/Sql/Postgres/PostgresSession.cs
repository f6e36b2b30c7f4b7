namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Remembers the cursors and prepared statements that a text makes. They were judged where they were made, so using them is no more; those of somebody else could be anything.</summary>
internal sealed class PostgresSession
{
    private HashSet<string>? _own;
    private bool _framed;

    /// <summary>Notes what a statement makes, and judges it when it uses what the text has made before.</summary>
    /// <returns>True when it needs no further judging.</returns>
    public bool Knows(PostgresText text, int at, int end, List<SqlFinding> findings)
    {
        if (at == 0 ? _framed = PostgresFrame.Surrounds(text, end) : _framed && PostgresFrame.Ends(text, at))
        {
            findings.Add(new SqlFinding(text.Name(at), RiskTier.Read));
            return true;
        }

        switch (text[at].Keyword)
        {
            case PostgresKeyword.Prepare or PostgresKeyword.Declare when text[at + 1].IsName:
                (_own ??= new HashSet<string>(StringComparer.Ordinal)).Add(Key(text[at].Keyword, text.Name(at + 1)));
                return false;
            case PostgresKeyword.Fetch or PostgresKeyword.Move when text[end - 1].IsName && Made(PostgresKeyword.Declare, text.Name(end - 1)):
                findings.Add(new SqlFinding(text.Name(at), RiskTier.Read));
                return true;
            case PostgresKeyword.Execute when text[at + 1].IsName && Made(PostgresKeyword.Prepare, text.Name(at + 1)):
                return PostgresReader.Query(text, at + 2, end, "execute", planOnly: false, findings) is null;
            default:
                return false;
        }
    }

    private bool Made(PostgresKeyword how, string name) => _own is not null && _own.Contains(Key(how, name));

    private static string Key(PostgresKeyword how, string name) => (how == PostgresKeyword.Prepare ? "p " : "c ") + name;
}
