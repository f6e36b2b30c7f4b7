using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Environments;

public sealed class ClusterConditionTestsOnLocalCluster(EmbeddedCluster cluster) : ClusterConditionTests(cluster);
