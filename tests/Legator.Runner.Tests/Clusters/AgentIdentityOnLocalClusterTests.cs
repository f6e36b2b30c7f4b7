using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

public sealed class AgentIdentityOnLocalClusterTests(Cluster cluster) : AgentIdentityTests(cluster), IClassFixture<Cluster>;
