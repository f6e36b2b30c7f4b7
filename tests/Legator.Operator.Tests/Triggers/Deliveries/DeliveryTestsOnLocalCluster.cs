using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.Deliveries;

public sealed class DeliveryTestsOnLocalCluster(EmbeddedCluster cluster) : DeliveryTests(cluster);
