namespace Legator.Backends.Tests.Kubernetes;

public sealed class RealDynamicClientTests(RealCluster cluster) : DynamicClientContract(cluster);
