using Legator.Core.Actions.Classification.Sql.Postgres.Queries;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Reads PostgreSQL's SQL: every statement of a text, however deep its parts are.</summary>
internal static class PostgresReader
{
    /// <summary>Finds everything that a text would do.</summary>
    public static SqlReading Read(string query)
    {
        var text = PostgresLexer.Read(query, backslashes: false, out var lexer);
        if (text is null)
        {
            return SqlReading.Unreadable(lexer.Problem!);
        }

        var findings = new List<SqlFinding>(2);
        if (Statements(text, findings) is { } problem)
        {
            return SqlReading.Unreadable(problem);
        }

        // Whether a backslash hides the quote behind it is a setting of the server. Where that makes another text of it, both must be harmless.
        if (lexer.Ambiguous && PostgresLexer.Read(query, backslashes: true, out _) is { } other)
        {
            return Statements(other, findings) is { } otherProblem ? SqlReading.Unreadable(otherProblem) : SqlReading.Of(findings);
        }

        return SqlReading.Of(findings);
    }

    private static string? Statements(PostgresText text, List<SqlFinding> findings)
    {
        var at = 0;
        var session = new PostgresSession();
        while (text[at].Kind != PostgresTokenKind.End)
        {
            if (text[at].Is(';'))
            {
                at++;
                continue;
            }

            var end = text.EndOfStatement(at);
            if (end < 0)
            {
                return "The parentheses do not match.";
            }

            if (!session.Knows(text, at, end, findings) && Statement(text, at, end, planOnly: false, findings) is { } problem)
            {
                return problem;
            }

            at = end;
        }

        return null;
    }

    /// <summary>Reads one statement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Its first token.</param>
    /// <param name="end">The token behind its last one.</param>
    /// <param name="planOnly">True when it is only planned, not run.</param>
    /// <param name="findings">What was found.</param>
    /// <returns>Why it cannot be read; null when it could.</returns>
    internal static string? Statement(PostgresText text, int at, int end, bool planOnly, List<SqlFinding> findings)
    {
        switch (text[at].Keyword)
        {
            case PostgresKeyword.Select or PostgresKeyword.Values or PostgresKeyword.Table or PostgresKeyword.With:
                return Query(text, at, end, planOnly ? "explain" : "select", planOnly, findings);
            case PostgresKeyword.Insert or PostgresKeyword.Update or PostgresKeyword.Delete or PostgresKeyword.Merge:
                return Query(text, at, end, planOnly ? "explain" : text.Name(at), planOnly, findings);
            case PostgresKeyword.Explain when !planOnly:
                return PostgresExplain.Read(text, at, end, findings);
            case PostgresKeyword.Copy:
                return PostgresCopy.Read(text, at, end, findings);
            case PostgresKeyword.Prepare when text[at + 1].Keyword != PostgresKeyword.Transaction:
                return Behind(PostgresKeyword.As, text, at, end, planOnly, findings);
            case PostgresKeyword.Declare:
                return Behind(PostgresKeyword.For, text, at, end, planOnly, findings);
            case PostgresKeyword.Set or PostgresKeyword.Reset:
                findings.Add(PostgresSettings.Read(text, at, end));
                return null;
            default:
                return text[at].Is('(') ? Query(text, at, end, planOnly ? "explain" : "select", planOnly, findings)
                    : text[at].Kind == PostgresTokenKind.Word ? Command(text, at, end, findings)
                    : "A statement does not begin with a word.";
        }
    }

    /// <summary>Reads a query, or a statement that changes rows.</summary>
    internal static string? Query(PostgresText text, int at, int end, string verb, bool planOnly, List<SqlFinding> findings)
    {
        var found = new StatementFindings(verb, planOnly);
        if (PostgresQuery.Walk(text, at, end, found) is { } problem)
        {
            return problem;
        }

        if (!found.ChangesRows && text[at].Keyword is PostgresKeyword.Insert or PostgresKeyword.Update or PostgresKeyword.Delete or PostgresKeyword.Merge)
        {
            return "It does not say which rows it changes.";
        }

        found.WriteTo(findings);
        return null;
    }

    // PREPARE p AS …, DECLARE c CURSOR FOR …: what is behind the keyword is what will be run.
    private static string? Behind(PostgresKeyword keyword, PostgresText text, int at, int end, bool planOnly, List<SqlFinding> findings)
    {
        var depth = 0;
        for (var i = at + 2; i < end; i++)
        {
            depth += text[i].Is('(') ? 1 : text[i].Is(')') ? -1 : 0;
            if (depth == 0 && text[i].Keyword == keyword)
            {
                var inner = text[i + 1].Keyword;
                return inner is PostgresKeyword.Prepare or PostgresKeyword.Declare or PostgresKeyword.Explain or PostgresKeyword.Copy
                    ? "A statement stands where only a query can."
                    : Statement(text, i + 1, end, planOnly, findings);
            }
        }

        return $"There is no {keyword.ToString().ToUpperInvariant()} in it.";
    }

    private static string? Command(PostgresText text, int at, int end, List<SqlFinding> findings)
    {
        findings.Add(PostgresCommands.Read(text, at, end));
        return null;
    }
}
