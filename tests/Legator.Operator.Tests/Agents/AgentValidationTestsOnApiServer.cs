using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Agents;

public sealed class AgentValidationTestsOnApiServer(RealCluster cluster) : AgentValidationTests(cluster);
