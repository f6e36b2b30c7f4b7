namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Reads MySQL's and MariaDB's SQL. Where a server's mode or version decides what a text means, every meaning is judged and the worst counts.</summary>
internal static class MySqlReader
{
    private const int MaximumLength = 1024 * 1024;

    // A human writes one conditional comment, a dump a handful that are not reads anyway.
    private const int MaximumConditions = 3;

    /// <summary>Finds everything that a text would do.</summary>
    /// <param name="query">The text.</param>
    /// <param name="schema">The schema that bare names are of, as far as it is known.</param>
    public static SqlReading Read(string query, string? schema = null)
    {
        if (query.Length > MaximumLength)
        {
            return SqlReading.Unreadable("The text is too long to be judged.");
        }

        if (query.Contains('\0'))
        {
            return SqlReading.Unreadable("The text holds a character that ends it for some servers.");
        }

        var list = Tokens(query, MySqlMode.Default);
        if (list.Problem is not null)
        {
            return SqlReading.Unreadable(list.Problem);
        }

        if (list.Conditions > MaximumConditions)
        {
            return SqlReading.Unreadable("So many conditional comments hide what the text does.");
        }

        var found = MySqlText.Judge(query, list, schema, complete: true, usual: true);
        return list.Conditions == 0 && !list.EscapesMatter && !list.DoubleEscapesMatter ? SqlReading.Of(found.All) : Worst(query, list, schema, found);
    }

    private static MySqlTokenList Tokens(string query, MySqlMode mode)
    {
        var list = new MySqlTokenList((query.Length / 5) + 8);
        MySqlLexer.Fill(query, mode, list);
        return list;
    }

    private static SqlReading Worst(string query, MySqlTokenList list, string? schema, MySqlFindings found)
    {
        var worst = found;
        for (var conditions = 0u; conditions < 1u << (2 * list.Conditions); conditions++)
        {
            if (!IsPossible(conditions, list))
            {
                continue;
            }

            foreach (var (escapes, doubleEscapes) in Escapes(list))
            {
                var mode = new MySqlMode(escapes, doubleEscapes, conditions);
                var other = Tokens(query, mode);
                if (other.Problem is not null && escapes && doubleEscapes)
                {
                    return SqlReading.Unreadable(other.Problem);
                }

                // Where the other meaning is no text at all, a server has still done what comes before the place where it stops.
                worst = Worse(worst, MySqlText.Judge(query, other, schema, complete: other.Problem is null, usual: false));
            }
        }

        return SqlReading.Of(worst.All);
    }

    private static bool IsPossible(uint conditions, MySqlTokenList list)
    {
        for (var i = 0; i < list.Conditions; i++)
        {
            var condition = (MySqlCondition)((conditions >> (2 * i)) & 3);
            if (condition > MySqlCondition.LongVersion || (condition == MySqlCondition.LongVersion && (list.LongVersions & (1u << i)) == 0))
            {
                return false;
            }
        }

        return true;
    }

    // NO_BACKSLASH_ESCAPES makes both false; ANSI_QUOTES makes double quotes hold names, in which nothing escapes.
    private static IEnumerable<(bool Escapes, bool DoubleEscapes)> Escapes(MySqlTokenList list)
    {
        yield return (true, true);
        if (list.EscapesMatter || list.DoubleEscapesMatter)
        {
            yield return (false, false);
            yield return (true, false);
        }
    }

    private static MySqlFindings Worse(MySqlFindings one, MySqlFindings other) =>
        other.All.Count == 0 ? one
        : one.All.Count == 0 ? other
        : (other.Blocked, other.Worst).CompareTo((one.Blocked, one.Worst)) > 0 ? other
        : one;
}
