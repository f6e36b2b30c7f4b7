using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Secrets;

public sealed class SecretWatchTestsOnLocalCluster(EmbeddedCluster cluster) : SecretWatchTests(cluster);
