using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql.Postgres;
using Legator.Core.Tests.Actions.Classification.Sql.Postgres;

namespace Legator.Core.Tests.Oracles;

/// <summary>PostgreSQL's own parser is asked about every statement that we call a read: it must find nothing in it that is none.</summary>
public sealed class PostgresParserTests
{
    private const string Package = "libpg-query@18.1.5";

    private static readonly HashSet<string> Reads =
    [
        "SelectStmt", "ExplainStmt", "VariableShowStmt", "CopyStmt", "DeclareCursorStmt", "FetchStmt", "ClosePortalStmt", "PrepareStmt", "ExecuteStmt", "VariableSetStmt", "ReadOnlyFrame",
    ];

    private static readonly string[] Grafts =
    [
        "pg_sleep(1)", "f(1)", "(WITH q AS (DELETE FROM t RETURNING 1) SELECT * FROM q)", "INTO x", "FOR UPDATE", "FOR SHARE", "AS", "into", "DISTINCT ON (a)", "OPERATOR(pg_catalog.+)", "OPERATOR(public.+)",
        "x(a)", "LATERAL f(x)", "ROWS FROM (f(1))", "TABLESAMPLE f(1)", "REPEATABLE (f(1))", "OVER (ORDER BY f(1))", "FILTER (WHERE f(1))", "; DELETE FROM t", "EXPLAIN", "EXPLAIN ANALYZE", "EXPLAIN (ANALYZE off)",
        "PREPARE p AS", "DECLARE c CURSOR FOR", "COPY (", "TO STDOUT", ")", "(", "WITH x AS (", "WITH x AS (UPDATE t SET a=1 RETURNING 1)", "SELECT", "FROM", "$$", "'", "E'", "/*", "*/", "--", "\n", ",", ".", "::f(1)",
        "CAST(1 AS f(1))", "JOIN", "ON", "USING (a)", "left", "LIKE", "AT TIME ZONE", "value", "filter", "over", "by", "conflict", "columns", "MATERIALIZED", "TABLE", "update", "delete", "(f).x", "public.f(1)",
        "[f(1)]", "XMLTABLE('/a' PASSING f(1) COLUMNS a int PATH f(2))", "JSON_TABLE(f(1), '$' COLUMNS (a int))", "WINDOW w AS (PARTITION BY f(1))", "GROUP BY ROLLUP (f(1))", "LIMIT f(1)", "AS x(a int, b numeric(10,2))", "AS (a f(1))",
    ];

    [Fact]
    public void Corpora_WhatIsCalledARead_HoldsNothingElse() =>
        Compare(PostgresCorpus.Queries("*postgres*.jsonl"), atLeast: 400);

    [Fact]
    public void Mutants_WhatIsCalledARead_HoldsNothingElse()
    {
        var corpus = PostgresCorpus.Queries("*postgres*.jsonl").Where(q => q.Length is > 0 and < 600 && !q.Contains('\0', StringComparison.Ordinal)).ToArray();
        var mutants = new List<string>();
        var index = Gen.Int[0, corpus.Length - 1];
        var graft = Gen.Select(Gen.Double[0, 1], Gen.Int[0, Grafts.Length - 1]).Array[1, 2];
        Gen.Select(index, graft, Gen.Int[-12, 12]).Sample((at, grafts, cut) => mutants.Add(Mutate(corpus[at], grafts, Math.Max(cut, 0))), iter: 20_000, threads: 1);
        Compare(mutants, atLeast: 200);
    }

    [Fact]
    public void Corpora_EveryStatement_IsAnActionAtLeast()
    {
        var queries = PostgresCorpus.Queries("*postgres*.jsonl");
        var parsed = Parse(queries);
        foreach (var (query, parse) in queries.Zip(parsed).Where(p => p.Second.Error is null))
        {
            var judged = PostgresCorpus.Classify(query);
            (judged.Problem is not null || judged.Actions.Count >= parse.Statements.Count).ShouldBeTrue(query);
        }
    }

    private static string Mutate(string text, (double Where, int What)[] grafts, int cut)
    {
        foreach (var (where, what) in grafts)
        {
            var at = (int)(where * text.Length);
            at = Math.Max(0, text.LastIndexOf(' ', Math.Min(at, text.Length - 1)));
            text = $"{text[..at]} {Grafts[what]} {text[Math.Min(text.Length, at + cut)..]}";
        }

        return text;
    }

    private static void Compare(IEnumerable<string> texts, int atLeast)
    {
        var reads = texts.Where(PostgresCorpus.IsRead).ToList();
        var parsed = Parse(reads);
        parsed.Count(p => p.Error is null).ShouldBeGreaterThan(atLeast, "the parser should take many of the texts that are called reads");
        var wrong = reads.Zip(parsed).Select(p => Wrong(p.First, p.Second)).Where(w => w is not null).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static IReadOnlyList<PostgresParse> Parse(IReadOnlyList<string> texts) =>
        NodeOracle.Ask("postgres-oracle.mjs", texts, Package).Deserialize<IReadOnlyList<PostgresParse>>(JsonSerializerOptions.Web)!;

    // What the parser refuses the server refuses too.
    private static string? Wrong(string text, PostgresParse parse)
    {
        if (parse.Error is not null)
        {
            return null;
        }

        var why = parse.Changes.Count > 0 || parse.Into || parse.Locks || parse.Writes ? "it changes something"
            : parse.Statements.FirstOrDefault(s => !Reads.Contains(s))
            ?? parse.Functions.FirstOrDefault(f => !IsReading(f))
            ?? parse.Operators.FirstOrDefault(o => o.Contains('.', StringComparison.Ordinal) && !o.StartsWith("pg_catalog.", StringComparison.Ordinal));
        return why is null ? null : $"{why}: {text}";
    }

    private static bool IsReading(string function) =>
        function.StartsWith("information_schema._pg_", StringComparison.Ordinal)
        || PostgresWords.Quoted(function.StartsWith("pg_catalog.", StringComparison.Ordinal) ? function[11..] : function)?.Function == PostgresFunction.Read;
}
