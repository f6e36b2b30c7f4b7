using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Connectivity;

public sealed class ConnectivityConditionTestsOnLocalCluster(EmbeddedCluster cluster) : ConnectivityConditionTests(cluster);
