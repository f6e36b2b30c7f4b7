using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Notifications;

public sealed class ChannelDeliveryTestsOnLocalCluster(EmbeddedCluster cluster) : ChannelDeliveryTests(cluster);
