using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Secrets;

public sealed class SecretWatchTestsOnApiServer(RealCluster cluster) : SecretWatchTests(cluster);
