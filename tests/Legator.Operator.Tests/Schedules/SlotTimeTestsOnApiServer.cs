using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotTimeTestsOnApiServer(RealCluster cluster) : SlotTimeTests(cluster);
