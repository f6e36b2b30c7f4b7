namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Reads <c>EXPLAIN</c>: with <c>ANALYZE</c> the statement is run, without it only planned.</summary>
internal static class PostgresExplain
{
    /// <summary>Reads an <c>EXPLAIN</c> statement.</summary>
    public static string? Read(PostgresText text, int at, int end, List<SqlFinding> findings)
    {
        var inner = at + 1;
        var runs = false;
        if (text[inner].Is('(') && !BeginsQuery(text[inner + 1]))
        {
            var close = text.Closing(inner);
            if (close >= end)
            {
                return "A parenthesis is not closed.";
            }

            runs = !OnlyPlans(text, inner + 1, close);
            inner = close + 1;
        }
        else
        {
            if (text[inner].Keyword is PostgresKeyword.Analyze or PostgresKeyword.Analyse)
            {
                runs = true;
                inner++;
            }

            inner += text[inner].Keyword == PostgresKeyword.Verbose ? 1 : 0;
        }

        return inner >= end ? "There is nothing to explain."
            : runs ? PostgresReader.Statement(text, inner, end, planOnly: false, findings)
            : Plan(text, inner, end, findings);
    }

    private static string? Plan(PostgresText text, int at, int end, List<SqlFinding> findings)
    {
        switch (text[at].Keyword)
        {
            case PostgresKeyword.Create:
                for (var i = at; i < end; i++)
                {
                    if (text[i].Keyword == PostgresKeyword.As)
                    {
                        return PostgresReader.Query(text, i + 1, end, "explain", planOnly: true, findings);
                    }
                }

                return "There is no query to explain.";
            case PostgresKeyword.Explain or PostgresKeyword.Copy or PostgresKeyword.Prepare:
                return "It cannot be explained.";
            default:
                return PostgresReader.Statement(text, at, end, planOnly: true, findings);
        }
    }

    private static bool BeginsQuery(in PostgresToken token) =>
        token.Is('(') || token.Keyword is PostgresKeyword.Select or PostgresKeyword.Values or PostgresKeyword.Table or PostgresKeyword.With;

    // True when every option is known and none says that the statement is run.
    private static bool OnlyPlans(PostgresText text, int at, int close)
    {
        while (at < close)
        {
            var option = text[at].IsName ? text.Name(at) : "";
            var next = at + 1;
            while (next < close && !text[next].Is(','))
            {
                next++;
            }

            if (option is "analyze" or "analyse" ? !IsOff(text, at + 1, next) : !IsKnown(option))
            {
                return false;
            }

            at = next + 1;
        }

        return true;
    }

    private static bool IsKnown(string option) =>
        option is "verbose" or "costs" or "settings" or "generic_plan" or "buffers" or "serialize" or "wal" or "timing" or "summary" or "memory" or "format";

    private static bool IsOff(PostgresText text, int at, int end) =>
        end == at + 1 && (text[at].IsName ? text.Name(at) is "off" or "false" : text.Spelling(at) is "0" or "'off'" or "'false'");
}
