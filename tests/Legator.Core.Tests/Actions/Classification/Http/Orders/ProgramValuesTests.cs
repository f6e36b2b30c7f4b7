using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Http.Orders;

public sealed class ProgramValuesTests
{
    [Theory]
    [InlineData("/exist/rest/db?_query=xmldb:remove('/db/invoices')")]
    [InlineData("/exist/rest/db?_query=update%20delete%20//invoice")]
    [InlineData("/exist/rest/db?_query=unheard:of()")]
    [InlineData("/?gremlin=g.V().drop().iterate()")]
    [InlineData("/?gremlin=g.V()['drop']()")]
    [InlineData("/?gremlin=g.V().has('name','a').property('age',5)")]
    [InlineData("/x?groovy=Jenkins.instance.doSafeRestart()")]
    [InlineData("/x?expression=Runtime.getRuntime().exec('id')")]
    [InlineData("/x?code=os.remove('/srv/a')")]
    [InlineData("/x?f=db.dropDatabase()")]
    [InlineData("/x?anything=users.deleteMany(%7B%7D)")]
    [InlineData("/x?code=db._drop('orders')")]
    [InlineData("/x?cypher=CALL%20apoc.periodic.commit('x')")]
    [InlineData("/rest?query=db:drop('orders')")]
    public void Judge_ProgramThatIsNotKnownToRead_IsNoRead(string path) => HttpPaths.TierOf(path).ShouldNotBe(RiskTier.Read);

    [Theory]
    [InlineData("/exist/rest/db?_query=//invoice[total%3E100]")]
    [InlineData("/exist/rest/db?_query=count(collection('/db')//invoice)")]
    [InlineData("/?gremlin=g.V().hasLabel('person').values('name').limit(5)")]
    [InlineData("/oauth/callback?code=4/0AX4XfWh")]
    [InlineData("/search?q=how+to+call+list.remove()")]
    [InlineData("/api/v1/query?query=increase(http_requests_total[5m])")]
    [InlineData("/render?target=removeBelowValue(scale(a.b.c,2),0)")]
    [InlineData("/rest/api/2/search?jql=updated%3E%3DstartOfDay()")]
    [InlineData("/Orders?$filter=startswith(Name,'a')%20and%20year(Created)%20eq%202025")]
    [InlineData("/api/traces?operation=OrderRepository.delete(long)")]
    [InlineData("/x?expression=SUM(SEARCH('%7BAWS/EC2%7D','Average',300))")]
    public void Judge_ProgramThatOnlyReads_IsARead(string path) => HttpPaths.TierOf(path).ShouldBe(RiskTier.Read);
}
