using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Connectivity;

public sealed class ConnectivityConditionTestsOnApiServer(RealCluster cluster) : ConnectivityConditionTests(cluster);
