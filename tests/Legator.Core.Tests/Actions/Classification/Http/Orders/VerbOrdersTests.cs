using Legator.Core.Actions;

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
    [InlineData("/admin/api.php?disable=0")]
    [InlineData("/admin?reboot=0")]
    [InlineData("/items?delete=0")]
    [InlineData("/player?pause=0")]
    [InlineData("/player?stop=0")]
    [InlineData("/users/5/delete.json")]
    [InlineData("/job/delete-old/build")]
    [InlineData("/q?sql=TRUNCATE%20t")]
    [InlineData("/ping?host=1.1.1.1%7Cid")]
    [InlineData("/x?k=$AWS_SECRET_ACCESS_KEY")]
    public void Judge_VerbInItsPlace_IsNoRead(string path) => HttpPaths.TierOf(path).ShouldNotBe(RiskTier.Read);

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
    [InlineData("/items?delete=false&reboot=no")]
    [InlineData("/delete-old-branches/builds/last")]
    [InlineData("/purge-old-artifacts/builds/17/console")]
    [InlineData("/app/update.json")]
    public void Judge_SameWordsElsewhere_AreARead(string path) => HttpPaths.TierOf(path).ShouldBe(RiskTier.Read);
}
