using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Http.Orders;

public sealed class StatePathsTests
{
    [Theory]
    [InlineData("/api/experimental/dags/nightly/paused/true")]
    [InlineData("/agents/builder-1/enabled/false")]
    [InlineData("/lights/3/power/off")]
    [InlineData("/nodes/n5/maintenance/on")]
    [InlineData("/accounts/42/suspended/1")]
    [InlineData("/maintenance/true")]
    [InlineData("/lights/1/on/true")]
    [InlineData("/dags/x/set_paused/1")]
    [InlineData("/dag/x/is_paused/true")]
    [InlineData("/queue/orders/paused/yes")]
    public void Judge_StateAndWhatItIsToBe_IsAChange(string path) => HttpPaths.TierOf(path).ShouldBe(RiskTier.ServiceMutation);

    [Theory]
    [InlineData("/users/active/true")]
    [InlineData("/users/active/1")]
    [InlineData("/hosts/by/enabled/true")]
    [InlineData("/jobs/paused")]
    [InlineData("/flags/checkout/enabled")]
    public void Judge_StateThatChooses_IsARead(string path) => HttpPaths.TierOf(path).ShouldBe(RiskTier.Read);
}
