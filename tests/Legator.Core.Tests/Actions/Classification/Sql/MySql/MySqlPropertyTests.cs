using System.Text;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Sql;

namespace Legator.Core.Tests.Actions.Classification.Sql.MySql;

public class MySqlPropertyTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "t", "(", ")", ",", "*", "'", "\"", "`", "\\", "\\'", "--", "-- ", "#", "/*", "*/", "/*!", "/*!50000", "/*M!", "/*+", "\n", " ", "\r", ";", "SLEEP", "INTO", "OUTFILE",
        "FOR", "UPDATE", "WITH", "AS", "a", ".", "mysql", "user", "@a", ":=", "@@global.x", "1", "1.e", "0x41", "UNION", "DELETE", "EXPLAIN", "ANALYZE", "SHOW", "SET", "=", "NAMES", "GRANTS",
        "VALUES", "TABLE", "authentication_string", "é", "\u00a0", "\0", "𝒳", "JSON_TABLE", "COLUMNS", "CAST", "JOIN", "EXECUTE", "IMMEDIATE", "STATEMENT", "HANDLER", "DROP", "WHERE", "LIKE",
    ];

    [Fact]
    public void Reader_OfAnyText_AnswersWithoutAnException()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 60_000; i++)
        {
            var text = Some(random);
            Should.NotThrow(() => Classify(text), text);
        }
    }

    [Fact]
    public void Reader_OfAnyText_CallsNoReadWhatHasAChangeBehindIt()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Some(random);
            if (IsRead(text))
            {
                // Where the text is a read, all of its quotes and comments are closed but the last line's, so what follows is seen.
                IsRead(text + "\n;DELETE FROM t").ShouldBeFalse(text);
            }
        }
    }

    [Theory]
    [InlineData("SELECT /* x */ a, 'y', \"z\" FROM t -- c\n WHERE b = 1 # d\n")]
    [InlineData("WITH x (i) AS (SELECT 1 UNION ALL SELECT 2) SELECT COUNT(*) FROM x JOIN `y` USING (i)")]
    [InlineData("SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Threads%'")]
    public void Read_WithSomethingElseInserted_IsNoReadOrStaysOne(string query)
    {
        // Any piece that the server would run as a change must be seen at every place.
        for (var i = 0; i <= query.Length; i++)
        {
            Should.NotThrow(() => Classify(query.Insert(i, "'")));
            Should.NotThrow(() => Classify(query[..i]));
            IsRead(query[..i] + "\n*/;DROP TABLE t;-- ").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("SELECT (")]
    [InlineData("f(a,")]
    [InlineData(",a(b")]
    [InlineData("/*!")]
    [InlineData("/*!50000 1 */")]
    [InlineData("'")]
    [InlineData("'\\'")]
    [InlineData("`a`.")]
    [InlineData("a.a")]
    [InlineData("a ")]
    [InlineData(";")]
    [InlineData("SELECT f(1);")]
    [InlineData("SELECT 1 FROM t,")]
    [InlineData("EXECUTE IMMEDIATE ")]
    [InlineData("SET STATEMENT a=1 FOR ")]
    [InlineData("EXPLAIN ")]
    [InlineData("@a,")]
    [InlineData("WITH a AS (")]
    [InlineData("/*+ BKA(t) */")]
    [InlineData("SET @a=1,")]
    [InlineData("\\G")]
    [InlineData("--1")]
    public void Reader_OfAMegabyte_AnswersWithinSeconds(string piece)
    {
        var text = "SELECT 1, " + new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length);
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(8), () =>
        {
            Should.NotThrow(() => Classify(text));
            Should.NotThrow(() => Classify(text[10..]));
        });
    }

    private static string Some(Random random)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "" : "SELECT ");
        for (var length = random.Next(1, 24); length > 0; length--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    private static bool IsRead(string query) => Classify(query) is { Tier: RiskTier.Read, Blocked: false };

    private static CallClassification Classify(string query) => SqlClassifier.Classify("db", SqlDialect.MySql, query);
}
