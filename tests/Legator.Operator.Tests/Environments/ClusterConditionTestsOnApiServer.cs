using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Environments;

public sealed class ClusterConditionTestsOnApiServer(RealCluster cluster) : ClusterConditionTests(cluster);
