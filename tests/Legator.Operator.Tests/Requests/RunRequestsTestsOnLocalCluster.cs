using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Requests;

public sealed class RunRequestsTestsOnLocalCluster(EmbeddedCluster cluster) : RunRequestsTests(cluster);
