namespace Legator.Backends.Tests.Kubernetes;

public sealed class RealLeaseElectionTests(RealCluster cluster) : LeaseElectionContract(cluster);
