using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http.Orders;

public sealed class VerbOrdersTests
{
    [Theory]
    [InlineData("/api/DrainNode")]
    [InlineData("/api/RebalanceShards?topic=a")]
    [InlineData("/images/5/scan")]
    [InlineData("/subscribe/web-2")]
    [InlineData("/cacheclear")]
    [InlineData("/counters/getAndReset")]
    [InlineData("/nodes/n1:evacuate")]
    [InlineData("/user!unlock.action?id=5")]
    [InlineData("/cgi-bin/unheard-of.cgi?x=1")]
    [InlineData("/index.php?cacheCmd=all")]
    [InlineData("/users/5?status=disabled")]
    [InlineData("/panel?btn=Restart")]
    [InlineData("/api?action=frobnicate")]
    [InlineData("/relay/0?value=1")]
    [InlineData("/q?sql=TRUNCATE%20t")]
    [InlineData("/ping?host=1.1.1.1%7Cid")]
    [InlineData("/x?k=$AWS_SECRET_ACCESS_KEY")]
    public void Judge_VerbInItsPlace_IsNoRead(string path) => TierOf(path).ShouldNotBe(RiskTier.Read);

    [Theory]
    [InlineData("/images/5/scans")]
    [InlineData("/topics/dispense/partitions")]
    [InlineData("/jobs/rotate-logs/runs")]
    [InlineData("/upgrade/status")]
    [InlineData("/v1/kv/app/feature/reset")]
    [InlineData("/api/v2/job_templates/5/launch")]
    [InlineData("/cgi-bin/status.cgi?host=all")]
    [InlineData("/servers?power=off")]
    [InlineData("/audit?action=delete")]
    [InlineData("/api?action=getOrders")]
    [InlineData("/events?start=1&stop=2&refresh=5s")]
    public void Judge_SameWordsElsewhere_AreARead(string path) => TierOf(path).ShouldBe(RiskTier.Read);

    private static RiskTier TierOf(string path)
    {
        HttpTarget.TryRead("https://api.example.com" + path, out var target, out var problem).ShouldBeTrue(problem);
        return HttpClassifier.Classify(new HttpCall("GET", target!, HttpCall.NoHeaders, null), []).Tier;
    }
}
