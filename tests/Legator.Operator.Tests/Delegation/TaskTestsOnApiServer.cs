using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Delegation;

public sealed class TaskTestsOnApiServer(RealCluster cluster) : TaskTests(cluster);
