namespace Legator.Runner.Tools.Aws;

/// <summary>
/// Reads how the table writes a parameter: <c>option=Wire</c> and what it takes: nothing more for text, <c>#</c> number, <c>!</c> flag, <c>@</c> time, <c>%</c> bytes in base64, <c>:</c> map of texts, <c>~</c> any JSON,
/// <c>*…</c> list, <c>{name=Wire…,…}</c> structure. Before the wire name: <c>/</c> for the path, <c>?</c> for the query, <c>^</c> for a header.
/// </summary>
internal static class AwsShapes
{
    private const string Marks = "#!@%:~*{},";

    private static readonly AwsShape Text = new(AwsKind.Text, [], null);
    private static readonly AwsShape Number = new(AwsKind.Number, [], null);
    private static readonly AwsShape Flag = new(AwsKind.Flag, [], null);
    private static readonly AwsShape Time = new(AwsKind.Time, [], null);
    private static readonly AwsShape Map = new(AwsKind.Map, [], null);
    private static readonly AwsShape Any = new(AwsKind.Any, [], null);

    /// <summary>Reads one parameter.</summary>
    public static AwsMember Parameter(string row)
    {
        var at = 0;
        return Member(row, ref at);
    }

    private static AwsMember Member(string row, ref int at)
    {
        var name = Word(row, ref at, "=" + Marks);
        if (at == row.Length || row[at] != '=')
        {
            return new AwsMember(name, name, AwsPlace.Body, Shape(row, ref at));
        }

        var place = row[++at] switch { '/' => AwsPlace.Path, '?' => AwsPlace.Query, '^' => AwsPlace.Header, _ => AwsPlace.Body };
        at += place == AwsPlace.Body ? 0 : 1;
        return new AwsMember(name, Word(row, ref at, Marks), place, Shape(row, ref at));
    }

    private static string Word(string row, ref int at, string ends)
    {
        var start = at;
        while (at < row.Length && !ends.Contains(row[at], StringComparison.Ordinal))
        {
            at++;
        }

        return row[start..at];
    }

    private static AwsShape Shape(string row, ref int at)
    {
        var mark = at < row.Length ? row[at] : '\0';
        at += mark is '\0' or ',' or '}' ? 0 : 1;
        switch (mark)
        {
            case '*':
                return new AwsShape(AwsKind.List, [], Shape(row, ref at));
            case '{':
                return Structure(row, ref at);
            default:
                return mark switch { '#' => Number, '!' => Flag, '@' => Time, ':' => Map, '~' => Any, _ => Text };
        }
    }

    private static AwsShape Structure(string row, ref int at)
    {
        var members = new List<AwsMember>();
        while (row[at] != '}')
        {
            members.Add(Member(row, ref at));
            at += row[at] == ',' ? 1 : 0;
        }

        at++;
        return new AwsShape(AwsKind.Structure, members, null);
    }
}
