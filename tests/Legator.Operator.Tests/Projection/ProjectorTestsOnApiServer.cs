using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Projection;

public sealed class ProjectorTestsOnApiServer(RealCluster cluster) : ProjectorTests(cluster);
