namespace Legator.Backends.Tests.Kubernetes;

public sealed class LocalResourceClientTests(LocalCluster cluster) : ResourceClientContract(cluster);
