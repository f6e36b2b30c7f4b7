namespace Legator.Backends.Tests.Manifests;

public sealed class RealManifestsTests(Kubernetes.RealCluster cluster) : ManifestsContract(cluster);
