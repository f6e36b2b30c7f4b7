using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Delegation;

public sealed class TaskTestsOnLocalCluster(EmbeddedCluster cluster) : TaskTests(cluster);
