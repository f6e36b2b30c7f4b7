namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Tells a text that stands in a transaction of its own, which may only read: <c>BEGIN READ ONLY; …; COMMIT</c>. Nothing follows its end, so nothing runs outside of it.</summary>
internal static class PostgresFrame
{
    /// <summary>True when the text begins with such a transaction and ends with its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where its first statement ends.</param>
    public static bool Surrounds(PostgresText text, int end) => BeginsToRead(text, end) && Last(text, end) is > 0 and var last && Ends(text, last);

    /// <summary>True when the statement only ends a transaction, and the text with it.</summary>
    public static bool Ends(PostgresText text, int at)
    {
        if (text[at].Kind != PostgresTokenKind.Word || text.Name(at) is not ("commit" or "end" or "rollback" or "abort"))
        {
            return false;
        }

        var next = text[at + 1].Kind == PostgresTokenKind.Word && text.Name(at + 1) is "work" or "transaction" ? at + 2 : at + 1;
        while (text[next].Is(';'))
        {
            next++;
        }

        return text[next].Kind == PostgresTokenKind.End;
    }

    private static bool BeginsToRead(PostgresText text, int end)
    {
        if (text[0].Kind != PostgresTokenKind.Word || text.Name(0) is not ("begin" or "start"))
        {
            return false;
        }

        var reads = false;
        for (var i = 1; i < end; i++)
        {
            var word = text[i].Kind == PostgresTokenKind.Word ? text.Name(i) : text[i].Is(',') ? "," : "";
            if (word is not ("work" or "transaction" or "isolation" or "level" or "serializable" or "repeatable" or "read" or "committed" or "uncommitted" or "only" or "deferrable" or "not" or ","))
            {
                return false;
            }

            reads |= word == "only";
        }

        return reads;
    }

    private static int Last(PostgresText text, int end)
    {
        var last = -1;
        for (var at = end; text[at].Kind != PostgresTokenKind.End;)
        {
            if (text[at].Is(';'))
            {
                at++;
                continue;
            }

            last = at;
            at = text.EndOfStatement(at);
            if (at < 0)
            {
                return -1;
            }
        }

        return last;
    }
}
