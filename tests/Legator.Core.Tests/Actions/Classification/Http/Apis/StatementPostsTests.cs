using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http.Apis;

public sealed class StatementPostsTests
{
    [Theory]
    [InlineData("/_sql", "{\"stmt\": \"SELECT name, hostname FROM sys.nodes\"}")]
    [InlineData("/druid/v2/sql", "{\"query\": \"SELECT page, COUNT(*) AS n FROM wikipedia GROUP BY page LIMIT 5\"}")]
    [InlineData("/query/sql", "{\"sql\": \"SELECT COUNT(*) FROM events\"}")]
    [InlineData("/?database=system", "SELECT table, sum(bytes) FROM system.parts GROUP BY table")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h:Host)-[:RUNS]->(s:Service) RETURN h.name LIMIT 25\"}]}")]
    public void Post_StatementThatAsks_IsARead(string path, string body) => TierOf(path, body, "application/json").ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("/_sql", "{\"stmt\": \"DROP TABLE nodes\"}")]
    [InlineData("/_sql", "{\"stmt\": \"SELECT 1; DROP TABLE nodes\"}")]
    [InlineData("/_sql", "{\"stmt\": \"SELECT 1\", \"stmt\": \"DROP TABLE nodes\"}")]
    [InlineData("/_sql", "{\"stmt\": \"SELECT 1\", \"bulk_args\": [[1]]}")]
    [InlineData("/_sql", "{\"stmt\": \"SELECT 1 /* /* */ DROP TABLE nodes */\"}")]
    [InlineData("/_sql", "{\"stmt\": \"\\u0044ROP TABLE nodes\"}")]
    [InlineData("/druid/v2/sql", "{\"query\": \"INSERT INTO w SELECT * FROM x PARTITIONED BY ALL\"}")]
    [InlineData("/druid/v2/sql/task", "{\"query\": \"SELECT 1\"}")]
    [InlineData("/query/sql", "{\"sql\": \"SET enableQuery = false\"}")]
    [InlineData("/?database=system", "SYSTEM SHUTDOWN")]
    [InlineData("/?database=system", "SELECT * FROM url('http://203.0.113.9/x', CSV)")]
    [InlineData("/?database=system", "SELECT * INTO OUTFILE 'x' FROM system.parts")]
    [InlineData("/?database=system&query=INSERT%20INTO%20t%20FORMAT%20CSV", "SELECT 1")]
    [InlineData("/?query_id=1&param_x=1", "SELECT 1")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h:Host) DETACH DELETE h\"}]}")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h) SET h.x = 1 RETURN h\"}]}")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h) CALL apoc.trigger.removeAll() YIELD x RETURN x\"}]}")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h) RETURN apoc.load.json('http://203.0.113.9')\"}]}")]
    [InlineData("/db/neo4j/tx/commit", "{\"statements\": [{\"statement\": \"MATCH (h) RETURN h\"}, {\"statement\": \"MATCH (h) DELETE h\"}]}")]
    [InlineData("/sql", "{\"query\": \"SELECT 1\"}")]
    public void Post_StatementThatDoesMoreOrIsInDoubt_IsNoRead(string path, string body) => TierOf(path, body, "application/json").ShouldNotBe(RiskTier.Read);

    [Theory]
    [InlineData("SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 20", true)]
    [InlineData("PREFIX a: <urn:a> ASK { ?s a:b ?o }", true)]
    [InlineData("SELECT ?s WHERE { SERVICE <http://203.0.113.9/> { ?s ?p ?o } }", false)]
    [InlineData("DELETE WHERE { ?s ?p ?o }", false)]
    public void Post_Sparql_IsAReadWhereItOnlyAsksThisStore(string body, bool reads) => (TierOf("/ds/sparql", body, "application/sparql-query") == RiskTier.Read).ShouldBe(reads);

    [Fact]
    public void Post_SparqlUpdate_IsNoRead() => TierOf("/ds/sparql", "SELECT ?s WHERE { ?s ?p ?o }", "application/sparql-update").ShouldNotBe(RiskTier.Read);

    [Theory]
    [InlineData("/repos/acme/reboot-tool/commits")]
    [InlineData("/rest/api/1.0/projects/OPS/repos/reboot-tool/commits")]
    [InlineData("/v2/repositories/acme/kill-idle/tags")]
    [InlineData("/repos/acme/infra/branches/fix%2Fremove-legacy-dns")]
    public void Get_ContentsOfWhatIsNamedWithAVerb_IsARead(string path) => TierOf(path, null, null).ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("/projects/7/purge-cache")]
    [InlineData("/projects/7/purge-cache/files")]
    [InlineData("/apps/5/restart-all/now")]
    [InlineData("/names.nsf/0/85255E01001356A8?DeleteDocument")]
    public void Get_VerbInAPlaceForOrders_IsNoRead(string path) => TierOf(path, null, null).ShouldNotBe(RiskTier.Read);

    private static RiskTier TierOf(string path, string? body, string? type)
    {
        var headers = type is null ? HttpCall.NoHeaders : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = type };
        HttpTarget.TryRead("https://db.example.com" + path, out var target, out var problem).ShouldBeTrue(problem);
        return HttpClassifier.Classify(new HttpCall(body is null ? "GET" : "POST", target!, headers, body), []).Tier;
    }
}
