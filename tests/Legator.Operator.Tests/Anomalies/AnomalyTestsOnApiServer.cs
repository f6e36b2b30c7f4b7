using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Anomalies;

public sealed class AnomalyTestsOnApiServer(RealCluster cluster) : AnomalyTests(cluster);
