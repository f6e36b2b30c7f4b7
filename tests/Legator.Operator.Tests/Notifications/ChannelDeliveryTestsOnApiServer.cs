using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Notifications;

public sealed class ChannelDeliveryTestsOnApiServer(RealCluster cluster) : ChannelDeliveryTests(cluster);
