namespace Legator.Backends.Tests.Kubernetes;

public sealed class RealInformerTests(RealCluster cluster) : InformerContract(cluster);
