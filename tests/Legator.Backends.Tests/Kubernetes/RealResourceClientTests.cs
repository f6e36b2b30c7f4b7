namespace Legator.Backends.Tests.Kubernetes;

public sealed class RealResourceClientTests(RealCluster cluster) : ResourceClientContract(cluster);
