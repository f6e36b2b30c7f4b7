using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Accounts;

public sealed class AgentAccountsTestsOnApiServer(RealCluster cluster) : AgentAccountsTests(cluster);
