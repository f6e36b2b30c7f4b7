namespace Legator.Backends.Tests.Kubernetes;

public sealed class LocalInformerTests(LocalCluster cluster) : InformerContract(cluster);
