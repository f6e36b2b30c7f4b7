using System.Text.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Tests;
using Npgsql;

namespace Legator.Backends.Tests.Sql;

/// <summary>A real server in READ ONLY mode is asked about every statement of the corpora: what it refuses must never be called a read.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresReadOnlyTests(PostgresServer server, ITestOutputHelper output)
{
    private const string Schema = """
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int, state text, total numeric, region text, note text, body jsonb, created_at timestamptz, updated_at timestamptz, a int, b int, x int);
        CREATE TABLE items (id int, order_id int, price numeric); CREATE TABLE archive (LIKE orders); CREATE TABLE customers (customer_id int, region text); CREATE TABLE categories (id int, parent int);
        CREATE TABLE t (id int, a int, b int, x int, g int); CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int); CREATE TABLE requests (duration int); CREATE TABLE config (body jsonb);
        CREATE SEQUENCE orders_id_seq; CREATE FUNCTION cleanup() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; RETURN 1; END'; CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE EXTENSION IF NOT EXISTS dblink; CREATE VIEW v AS SELECT 1; CREATE MATERIALIZED VIEW totals AS SELECT 1; INSERT INTO orders (id) VALUES (1);
        """;

    [Fact]
    public async Task Corpora_WhatTheServerRefuses_IsNeverCalledARead()
    {
        await using var connection = await OpenAsync();
        var (misses, refused, ran) = (new List<string>(), 0, 0);
        foreach (var query in Queries("*postgres*.jsonl").Where(q => !q.Contains('\0', StringComparison.Ordinal) && !IsUnfit(q)))
        {
            var answer = await PostgresReadOnly.AskAsync(connection, query);
            refused += answer == PostgresReadOnly.Refused ? 1 : 0;
            ran += answer is null ? 1 : 0;
            if (answer == PostgresReadOnly.Refused && IsRead(query))
            {
                misses.Add(query);
            }
        }

        output.WriteLine($"{refused} refused in READ ONLY mode, {ran} run");
        misses.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(60);
        ran.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Reads_OfOurOwnCorpus_AreWellFormed()
    {
        await using var connection = await OpenAsync();
        var malformed = new List<string>();
        foreach (var query in Queries("postgres-reads.jsonl"))
        {
            if (await PostgresReadOnly.AskAsync(connection, query) == "42601")
            {
                malformed.Add(query);
            }
        }

        malformed.ShouldBeEmpty();
    }

    private static bool IsRead(string query) => Judge(query) is { Tier: RiskTier.Read, Blocked: false };

    private static CallClassification Judge(string query) => SqlClassifier.Classify("test", SqlDialect.PostgreSql, query);

    // Statements that would reach the machine's files, keep or end the server, or leave the transaction that the test asks in.
    private static bool IsUnfit(string query) =>
        Judge(query).Blocked || (!IsRead(query) && new[] { "pg_sleep", "terminate", "cancel", "advisory", "commit", "rollback", "abort", "end", "promote", "repeat", "generate_series", "program", "reload", "rotate" }
            .Any(w => query.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private static List<string> Queries(string pattern) =>
        [.. Directory.GetFiles(RepositoryFolder.File("tests/corpora/sql"), pattern).SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("arguments").GetProperty("query").GetString()!)];

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(await server.NewDatabaseAsync() + ";Include Error Detail=true");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Schema + "SET statement_timeout = '1s'", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
