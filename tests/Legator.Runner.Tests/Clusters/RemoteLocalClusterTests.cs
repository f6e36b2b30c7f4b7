using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

public sealed class RemoteLocalClusterTests(Cluster home, OtherCluster other) : RemoteClusterTests(home, other), IClassFixture<Cluster>, IClassFixture<OtherCluster>;
