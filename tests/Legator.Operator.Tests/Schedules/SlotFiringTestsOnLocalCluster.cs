using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotFiringTestsOnLocalCluster(EmbeddedCluster cluster) : SlotFiringTests(cluster);
