using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.Deliveries;

public sealed class DeliveryTestsOnApiServer(RealCluster cluster) : DeliveryTests(cluster);
