using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Holes;

/// <summary>Ways around the guardrails that the implementation before this one had on databases, by their numbers there.</summary>
public sealed class FormerSqlHolesTests
{
    [Theory]
    [InlineData("EXPLAIN ANALYZE UPDATE t SET a = 1")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("SELECT lo_export(1, '/tmp/x')")]
    [InlineData("SELECT dblink_exec('dbname=x', 'drop table t')")]
    [InlineData("SELECT pg_terminate_backend(1)")]
    [InlineData("SELECT pg_sleep(1000)")]
    [InlineData("SELECT * INTO t2 FROM t")]
    [InlineData("WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone")]
    [InlineData("SELECT 1; DROP TABLE t")]
    [InlineData("COPY t TO PROGRAM 'sh'")]
    public void Hole23_PostgreSqlThatBeginsLikeARead_IsNoRead(string query)
    {
        WholeGate.Sql(query).ShouldNotPassAsARead();
        WholeGate.Judge("sql.query", new { database = "shop", dialect = "postgresql", query }, AutonomyLevel.Observe).Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    [Theory]
    [InlineData("SELECT * FROM t INTO OUTFILE '/tmp/x'")]
    [InlineData("SELECT LOAD_FILE('/etc/passwd')")]
    [InlineData("SELECT SLEEP(1000)")]
    [InlineData("SELECT 1 # harmless\n; DROP TABLE t")]
    [InlineData("SELECT /*! 1; DROP TABLE t */ 1")]
    public void Hole23_MySqlThatBeginsLikeARead_IsNoRead(string query) => WholeGate.Sql(query, "mysql").ShouldNotPassAsARead();

    [Theory]
    [InlineData("WITH r AS (SELECT 1 AS a) SELECT a FROM r")]
    [InlineData("TABLE orders")]
    [InlineData("VALUES (1), (2)")]
    [InlineData("(SELECT 1) UNION (SELECT 2)")]
    [InlineData("SELECT '--' AS dashes, 'drop table t' AS words")]
    [InlineData("SELECT 1 -- the first")]
    [InlineData("EXPLAIN SELECT * FROM orders")]
    public void Hole23_ReadsOfEveryForm_AreReads(string query) => WholeGate.Sql(query).ShouldBeARead();

    [Theory]
    [InlineData("DELETE*", "DELETE FROM t")]
    [InlineData("TRUNCATE*", "TRUNCATE t")]
    [InlineData("DROP TABLE*", "DROP TABLE t")]
    [InlineData("*orders*", "SELECT * FROM orders")]
    public void Hole19_ARuleOfASqlClass_MatchesTheStatementThatItNames(string pattern, string query)
    {
        var mine = new ProtectionClass("mine", [new("sql", pattern, ProtectionEffect.Block, "why")]);
        var input = WholeGate.Input("sql.query", new { database = "shop", dialect = "postgresql", query }) with { Environment = new EnvironmentFacts { ProtectionClasses = [mine] } };
        new GuardrailChain([new ProtectionClassCheck()]).Judge(input).Trace[0].Input.ShouldContain("mine");
    }
}
