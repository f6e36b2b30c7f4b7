using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotFiringTestsOnApiServer(RealCluster cluster) : SlotFiringTests(cluster);
