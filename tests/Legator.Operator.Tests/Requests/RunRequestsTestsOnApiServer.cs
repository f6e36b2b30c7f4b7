using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Requests;

public sealed class RunRequestsTestsOnApiServer(RealCluster cluster) : RunRequestsTests(cluster);
