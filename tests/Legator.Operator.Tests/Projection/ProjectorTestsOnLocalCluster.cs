using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Projection;

public sealed class ProjectorTestsOnLocalCluster(EmbeddedCluster cluster) : ProjectorTests(cluster);
