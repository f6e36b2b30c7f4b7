namespace Legator.Backends.Tests.Kubernetes;

public sealed class LocalLeaseElectionTests(LocalCluster cluster) : LeaseElectionContract(cluster);
