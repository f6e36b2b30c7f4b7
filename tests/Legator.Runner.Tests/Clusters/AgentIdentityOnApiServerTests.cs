using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

public sealed class AgentIdentityOnApiServerTests(NamedCluster cluster) : AgentIdentityTests(cluster), IClassFixture<NamedCluster>;
