using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

public sealed class RemoteApiServerTests(Cluster home, NamedCluster other) : RemoteClusterTests(home, other), IClassFixture<Cluster>, IClassFixture<NamedCluster>;
