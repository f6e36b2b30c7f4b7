using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Accounts;

public sealed class AgentAccountsTestsOnLocalCluster(EmbeddedCluster cluster) : AgentAccountsTests(cluster);
