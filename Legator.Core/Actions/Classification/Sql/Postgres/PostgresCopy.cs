namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Reads <c>COPY</c>: to the client it reads, to a file or a program it writes on the server's machine, from anywhere it adds rows.</summary>
internal static class PostgresCopy
{
    /// <summary>Reads a <c>COPY</c> statement.</summary>
    public static string? Read(PostgresText text, int at, int end, List<SqlFinding> findings)
    {
        var source = at + 1;
        var behind = source;
        string? table = null;
        if (text[source].Is('('))
        {
            behind = text.Closing(source) + 1;
        }
        else if (text[source].IsName)
        {
            // COPY BINARY t is an old spelling.
            source += text[source + 1].IsName && !IsDirection(text[source + 1].Keyword) ? 1 : 0;
            behind = text.EndOfName(source);
            table = text.QualifiedName(source, behind);
            behind = text[behind].Is('(') ? text.Closing(behind) + 1 : behind;
        }

        if (behind + 1 >= end || !IsDirection(text[behind].Keyword))
        {
            return "COPY says neither TO nor FROM.";
        }

        var outside = Outside(text, behind + 1);
        if (text[behind].Keyword == PostgresKeyword.From)
        {
            findings.Add(Change(table, "adds rows", outside));
            return null;
        }

        if (outside is not null)
        {
            findings.Add(Change(table, "writes on the server's machine", outside));
        }

        return table is null
            ? PostgresReader.Query(text, source + 1, behind - 1, "copy", planOnly: false, findings)
            : Table(text, source, findings);
    }

    private static string? Table(PostgresText text, int at, List<SqlFinding> findings)
    {
        var end = text.EndOfName(at);
        var found = new StatementFindings("copy", planOnly: false);
        if (text[end - 1].Word is { Secret: true } secret)
        {
            found.AddSecret(secret.Text);
        }
        else if (text[end - 1].Word is { Delicate: true } delicate)
        {
            found.AddDelicate(delicate.Text);
        }

        found.AddTable(text.QualifiedName(at, end));
        found.WriteTo(findings);
        return null;
    }

    private static SqlFinding Change(string? table, string effect, string? outside) =>
        new("copy", RiskTier.DataMutation)
        {
            Objects = table is null ? [] : [table],
            Effect = effect,
            BlockedBecause = outside,
        };

    private static bool IsDirection(PostgresKeyword keyword) => keyword is PostgresKeyword.To or PostgresKeyword.From;

    private static string? Outside(PostgresText text, int at) => text[at].Keyword switch
    {
        PostgresKeyword.Stdin or PostgresKeyword.Stdout => null,
        PostgresKeyword.Program => "COPY would run a program on the server's machine.",
        _ => "COPY would use a file of the server's machine.",
    };
}
