using CsCheck;
using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Sql.Postgres;

public sealed class PostgresPropertyTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "select", "FROM", "WHERE", "WITH", "AS", "INSERT", "INTO", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE", "FOR", "SHARE", "EXPLAIN", "ANALYZE", "COPY", "TO", "STDOUT",
        "DECLARE", "CURSOR", "PREPARE", "EXECUTE", "FETCH", "SET", "RESET", "DISTINCT", "ON", "JOIN", "LEFT", "USING", "LATERAL", "UNION", "ONLY", "OVER", "ROWS", "TABLESAMPLE", "REPEATABLE", "OPERATOR",
        "MATERIALIZED", "NOT", "RECURSIVE", "CASE", "END", "ARRAY", "CAST", "a", "b.c", "\"Q\"\"x\"", "U&\"\\0061\"", "UESCAPE", "'!'", "f", "now", "pg_sleep", "lower", "(", ")", "(", ")", "[", "]", ",", ";", ".", "::",
        ":=", "=>", "..", ":", "*", "+", "-", "--", "/*", "*/", "\n", "'", "'x'", "E'\\''", "'\\'", "$$", "$a$", "$1", "0x1F", "1_0", "1e", ".5", "=", "<->", "@@", "\\", "\0", "é", "\u00A0", "\uD800", "%", "{",
    ];

    private static readonly Gen<string> Soup = OneOf(Pieces).Array[0, 60].Select(OneOf(" ", "", "\n"), (words, gap) => string.Join(gap, words));

    [Fact]
    public void Classify_AnyText_AnswersTheSameTwice() =>
        Soup.Sample(
            text =>
            {
                var once = PostgresCorpus.Classify(text);
                once.ShouldNotBeNull();
                PostgresCorpus.Classify(text).Tier.ShouldBe(once.Tier);
            },
            iter: 20_000);

    [Fact]
    public void Classify_MutatedStatements_NeverThrows()
    {
        var corpus = PostgresCorpus.Queries("postgres-*.jsonl").ToArray();
        Gen.Select(OneOf(corpus), Gen.Int[0, 400], Gen.Int[0, 20], OneOf(Pieces)).Sample(
            (text, at, cut, piece) =>
            {
                at = Math.Min(at, text.Length);
                cut = Math.Min(cut, text.Length - at);
                PostgresCorpus.Classify(text[..at] + piece + text[(at + cut)..]).ShouldNotBeNull();
            },
            iter: 30_000);
    }

    [Fact]
    public void Classify_AChangeBehindAnyReadableText_IsFound()
    {
        Soup.Sample(
            text =>
            {
                var judged = PostgresCorpus.Classify(text + "\n;DELETE FROM orders");
                (judged.Problem is not null || judged.Tier == RiskTier.DataMutation).ShouldBeTrue(text);
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData("/* a /* b */ c */ ", " -- end")]
    [InlineData("\n\t;;", ";\n;")]
    [InlineData("EXPLAIN ANALYZE ", "")]
    [InlineData("SELECT 1; ", "; SELECT 2")]
    public void Classify_ReadsInOtherClothes_StayReads(string before, string after)
    {
        foreach (var query in PostgresCorpus.Queries("postgres-reads.jsonl").Where(q => q.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            PostgresCorpus.IsRead(before + query + "\n" + after).ShouldBeTrue(query);
        }
    }

    [Theory]
    [InlineData("SELECT * FROM ({0}) AS inner_query")]
    [InlineData("SELECT 1 WHERE EXISTS ({0})")]
    [InlineData("WITH a AS ({0}) SELECT * FROM a")]
    [InlineData("SELECT (((({0}))))")]
    [InlineData("SELECT ARRAY({0})")]
    [InlineData("SELECT 1 UNION ALL ({0})")]
    [InlineData("COPY ({0}) TO STDOUT")]
    [InlineData("DECLARE c CURSOR FOR {0}")]
    [InlineData("PREPARE p AS {0}")]
    [InlineData("EXPLAIN (ANALYZE, BUFFERS) {0}")]
    public void Classify_QueriesInsideOfOthers_KeepTheirTier(string outer)
    {
        foreach (var query in PostgresCorpus.Queries("postgres-*.jsonl").Where(q => q.StartsWith("SELECT", StringComparison.Ordinal) && !q.Contains(';', StringComparison.Ordinal)))
        {
            var alone = PostgresCorpus.Classify(query);
            var inside = PostgresCorpus.Classify(outer.Replace("{0}", query + "\n", StringComparison.Ordinal));
            (inside.Blocked, inside.Tier).ShouldBe((alone.Blocked, alone.Tier), query);
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("(SELECT ", "1", ")")]
    [InlineData("/*", "", "*/")]
    [InlineData("WITH a AS (", "SELECT 1", ") SELECT * FROM a")]
    [InlineData("CASE WHEN true THEN ", "1", " END")]
    [InlineData("f(", "1", ")")]
    [InlineData("- ", "1", "")]
    [InlineData("a.", "b", "")]
    [InlineData("'x' ||\n", "'y'", "")]
    public void Classify_AMegabyteOfNesting_IsAnsweredWithinASecond(string open, string middle, string close)
    {
        foreach (var length in (int[])[1_000_000, 250_000])
        {
            var times = length / (open.Length + close.Length);
            var text = "SELECT " + string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));
            Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(1), () => PostgresCorpus.Classify(text).ShouldNotBeNull());
        }
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
