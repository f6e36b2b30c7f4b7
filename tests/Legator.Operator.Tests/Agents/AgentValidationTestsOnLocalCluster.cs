using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Agents;

public sealed class AgentValidationTestsOnLocalCluster(EmbeddedCluster cluster) : AgentValidationTests(cluster);
