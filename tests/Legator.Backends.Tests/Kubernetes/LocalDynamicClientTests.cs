namespace Legator.Backends.Tests.Kubernetes;

public sealed class LocalDynamicClientTests(LocalCluster cluster) : DynamicClientContract(cluster);
