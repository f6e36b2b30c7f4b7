using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Anomalies;

public sealed class AnomalyTestsOnLocalCluster(EmbeddedCluster cluster) : AnomalyTests(cluster);
