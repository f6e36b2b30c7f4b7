using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers;

public sealed class EventTriggerTestsOnApiServer(RealCluster cluster) : EventTriggerTests(cluster);
