using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Api;

/// <summary>The same over a real API server, where LEGATOR_TEST_KUBECONFIG names one.</summary>
public sealed class ApiOnRealClusterTests : ApiContract, IClassFixture<StartedWebOnRealCluster>
{
    public ApiOnRealClusterTests(StartedWebOnRealCluster web)
        : base(web) => Assert.SkipWhen(TestCluster.RealKubeconfig is null, "No real API server: set LEGATOR_TEST_KUBECONFIG.");
}
