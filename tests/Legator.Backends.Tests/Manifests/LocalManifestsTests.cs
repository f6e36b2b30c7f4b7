namespace Legator.Backends.Tests.Manifests;

public sealed class LocalManifestsTests(Kubernetes.LocalCluster cluster) : ManifestsContract(cluster);
