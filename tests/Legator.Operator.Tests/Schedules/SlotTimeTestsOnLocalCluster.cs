using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotTimeTestsOnLocalCluster(EmbeddedCluster cluster) : SlotTimeTests(cluster);
