using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Sql;

namespace Legator.Core.Tests.Actions.Classification.Sql.MySql;

public class MySqlClassificationTests
{
    [Theory]
    [InlineData("SELECT id, name FROM shop.users u LEFT JOIN orders o ON o.uid = u.id WHERE u.a IN (1, 2) ORDER BY 1 LIMIT 10")]
    [InlineData("WITH a (x) AS (SELECT 1) SELECT x FROM a")]
    [InlineData("SELECT COUNT(*), 'DROP TABLE x; -- ' FROM `update` WHERE a = \"it's\" -- DELETE FROM x")]
    [InlineData("SELECT 'it\\'s'")]
    [InlineData("SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY c) rn, SUM(x) OVER w FROM t WINDOW w AS (ORDER BY y)")]
    [InlineData("SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a FOR ORDINALITY, b VARCHAR(10) PATH '$.b')) AS j (a, b)")]
    [InlineData("SELECT CAST(a AS DATETIME(6)), SUBSTRING(a FROM 1 FOR 2) FROM t USE INDEX FOR JOIN (PRIMARY)")]
    [InlineData("SHOW FULL PROCESSLIST; SHOW GLOBAL STATUS LIKE 'Threads%'")]
    [InlineData("EXPLAIN FORMAT=JSON SELECT * FROM t")]
    public void Query_OnlyReads_IsRead(string query) => Classify(query).Tier.ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("SELECT SLEEP(5)", RiskTier.ServiceMutation)]
    [InlineData("SELECT `sleep` /* */ (5)", RiskTier.ServiceMutation)]
    [InlineData("SELECT shop.audit(1)", RiskTier.DestructiveMutation)]
    [InlineData("SELECT * FROM t WHERE a = 1 FOR UPDATE", RiskTier.ServiceMutation)]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM t", RiskTier.DataMutation)]
    [InlineData("SELECT 1 /*!99999 INTO OUTFILE '/tmp/x' */", RiskTier.DataMutation)]
    [InlineData("SELECT '\\'; DROP TABLE x; -- '", RiskTier.DataMutation)]
    [InlineData("SELECT \"a\\\"; DROP TABLE x; -- \"", RiskTier.DataMutation)]
    [InlineData("SELECT 1 --1\n; DROP TABLE x", RiskTier.DataMutation)]
    [InlineData("EXPLAIN ANALYZE DELETE FROM t", RiskTier.DataMutation)]
    [InlineData("SELECT /*+ SET_VAR(sql_log_bin = 0) */ 1", RiskTier.ServiceMutation)]
    public void Query_ChangesSomething_HasItsTier(string query, RiskTier tier) => Classify(query).Tier.ShouldBe(tier);

    [Theory]
    [InlineData("SELECT * FROM mysql.user")]
    [InlineData("SELECT user, authentication_string FROM `mysql` . `user`")]
    [InlineData("USE mysql; SELECT host, password FROM user")]
    [InlineData("SHOW CREATE USER 'root'@'%'")]
    [InlineData("SELECT LOAD_FILE('/etc/passwd')")]
    [InlineData("SELECT * FROM mysql 1.e.user")]
    public void Query_RevealsSecrets_IsBlocked(string query) => Classify(query).Blocked.ShouldBeTrue();

    [Theory]
    [InlineData("SELECT user, host, account_locked FROM mysql.user ORDER BY 1")]
    [InlineData("SELECT COUNT(*) FROM mysql.user WHERE authentication_string = ''")]
    public void Query_AsksWhoExists_IsRead(string query) => Classify(query).Blocked.ShouldBeFalse();

    [Fact]
    public void Query_OverTwoTables_NamesBoth() =>
        Classify("SELECT 1 FROM Orders o JOIN `shop`.Items i ON o.id = i.id").Actions
            .Select(a => a.Target.Text).ShouldBe(["db/orders", "db/shop.items"]);

    private static CallClassification Classify(string query) => SqlClassifier.Classify("db", SqlDialect.MySql, query);
}
