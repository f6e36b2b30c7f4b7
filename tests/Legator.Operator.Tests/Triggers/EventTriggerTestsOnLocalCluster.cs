using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers;

public sealed class EventTriggerTestsOnLocalCluster(EmbeddedCluster cluster) : EventTriggerTests(cluster);
