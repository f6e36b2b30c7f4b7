namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Reads the names of a statement over several objects: <c>DROP VIEW a, b</c>, <c>RENAME TABLE a TO b, c TO d</c>, <c>LOCK TABLES a READ, b WRITE</c>.</summary>
internal static class MySqlObjects
{
    private const int Most = 256;

    /// <summary>Every name that begins the list, or follows a comma or <c>TO</c>; none when there are more than anybody would write.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="at">Where the list begins.</param>
    public static IReadOnlyList<string> From(MySqlCursor s, int at)
    {
        List<string> names = [];
        while (at < s.Count && names.Count <= Most)
        {
            if (s.Qualified(ref at) is { } name)
            {
                names.Add(name);
            }

            while (at < s.Count && !s.Is(at, ',') && !s.Is(at, "TO"))
            {
                at++;
            }

            at++;
        }

        return names.Count > Most ? [] : names;
    }
}
